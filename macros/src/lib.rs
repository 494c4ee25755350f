//! `multiversioned!`: see `src/array/simd.rs` of the library, the only place that uses it.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote};
use syn::{Error, FnArg, GenericParam, ItemFn, Pat, Result, parse_macro_input, parse_quote};

/// What a compiled version may use beyond what the whole library is compiled for, best first. The names of the levels are those of
/// `crate::context::InstructionSet`, which is where a processor is asked for exactly these features.
const LEVELS: [(&str, &str); 2] =
    [("Avx512", "avx512f,avx512bw,avx512cd,avx512dq,avx512vl,avx2,fma,bmi1,bmi2"), ("Avx2", "avx2,fma,bmi1,bmi2")];

/// The attribute of a function that has no version of its own for the best level.
const NO_BEST: &str = "no_avx512";

/// Compiles a function for each level and chooses at each call the one that `crate::context::instruction_set()` names.
#[proc_macro]
pub fn multiversioned(item: proc_macro::TokenStream) -> proc_macro::TokenStream {
    let function = parse_macro_input!(item as ItemFn);
    expand(function).unwrap_or_else(Error::into_compile_error).into()
}

fn expand(mut function: ItemFn) -> Result<TokenStream> {
    let all = function.attrs.len();
    function.attrs.retain(|attribute| !attribute.path().is_ident(NO_BEST));
    let levels = if function.attrs.len() < all { &LEVELS[1..] } else { &LEVELS[..] };
    let signature = &function.sig;
    if signature.constness.is_some() || signature.asyncness.is_some() || signature.unsafety.is_some() {
        return Err(Error::new_spanned(
            signature,
            "multiversioned! takes a plain function: not const, async or unsafe",
        ));
    }
    let (outer, arguments) = plainly_named(&function)?;
    let parameters = signature.generics.params.iter().filter_map(|parameter| match parameter {
        GenericParam::Type(parameter) => Some(&parameter.ident),
        GenericParam::Const(parameter) => Some(&parameter.ident),
        GenericParam::Lifetime(_) => None,
    });
    let parameters = quote!(<#(#parameters),*>);
    let lints: Vec<_> = function.attrs.iter().filter(|attribute| !attribute.path().is_ident("doc")).collect();
    let compiled = levels.iter().map(|(level, features)| (level, *level, Some(features)));
    // The best level that has a version serves those above it.
    let served = LEVELS[..LEVELS.len() - levels.len()].iter().map(|(level, _)| (level, levels[0].0, None));
    let (versions, arms): (Vec<_>, Vec<_>) = served
        .chain(compiled)
        .map(|(level, version_for, features)| {
            let name = format_ident!("with_{}", version_for.to_lowercase());
            let level = Ident::new(level, Span::call_site());
            let version =
                features.map(|features| version(&function, &name, quote!(#[target_feature(enable = #features)])));
            let arm = quote! {
                // SAFETY: the processor has what the level stands for; `instruction_set` gives no other.
                crate::context::InstructionSet::#level => unsafe { #name::#parameters(#(#arguments),*) },
            };
            (version, arm)
        })
        .unzip();
    let baseline = version(&function, &format_ident!("baseline"), quote!(#[inline(always)]));
    let (documentation, visibility) =
        (function.attrs.iter().filter(|attribute| attribute.path().is_ident("doc")), &function.vis);
    Ok(quote! {
        #(#documentation)*
        #(#lints)*
        #visibility #outer {
            #baseline
            #[cfg(target_arch = "x86_64")]
            {
                #(#versions)*
                match crate::context::instruction_set() {
                    #(#arms)*
                    crate::context::InstructionSet::Baseline => baseline::#parameters(#(#arguments),*),
                }
            }
            #[cfg(not(target_arch = "x86_64"))]
            baseline::#parameters(#(#arguments),*)
        }
    })
}

/// The function under another name, and with an attribute more.
fn version(function: &ItemFn, name: &Ident, attribute: TokenStream) -> TokenStream {
    let lints = function.attrs.iter().filter(|attribute| !attribute.path().is_ident("doc"));
    let mut signature = function.sig.clone();
    signature.ident = name.clone();
    let body = &function.block;
    quote!(#(#lints)* #attribute #signature #body)
}

/// The signature with a plain name for each argument, whatever pattern it is taken apart by, and these names.
fn plainly_named(function: &ItemFn) -> Result<(syn::Signature, Vec<Ident>)> {
    let mut signature = function.sig.clone();
    let mut names = Vec::new();
    for (i, argument) in signature.inputs.iter_mut().enumerate() {
        let FnArg::Typed(argument) = argument else {
            return Err(Error::new_spanned(argument, "multiversioned! takes no method: give `self` a type and a name"));
        };
        // The pattern's own name where it has one: documentation and debuggers show it.
        let name = match &*argument.pat {
            Pat::Ident(pattern) if pattern.by_ref.is_none() && pattern.subpat.is_none() => pattern.ident.clone(),
            _ => format_ident!("argument_{i}"),
        };
        argument.pat = parse_quote!(#name);
        names.push(name);
    }
    Ok((signature, names))
}
