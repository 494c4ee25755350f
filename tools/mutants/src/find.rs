//! The mutants of one file.

use proc_macro2::Span;
use std::ops::Range;
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{BinOp, Expr, GenericArgument, PathArguments, ReturnType, Type, UnOp};

/// One fault and where it is.
pub struct Mutant {
    pub number: usize,
    /// The bytes of the source that it replaces; an empty range where a function begins.
    pub range: Range<usize>,
    pub line: usize,
    pub function: String,
    /// What is changed, for a reader.
    pub what: String,
    /// The fault, as Rust.
    fault: String,
}

impl Mutant {
    /// The source that asks whether this mutant is on.
    pub fn switched(&self, source: &str) -> String {
        let asked = format!("crate::mutants::on({})", self.number);
        if self.range.is_empty() {
            return format!(" if {asked} {{ return {}; }} ", self.fault);
        }
        format!("(if {asked} {{ {} }} else {{ {} }})", self.fault, &source[self.range.clone()])
    }
}

pub fn mutants(source: &str) -> Vec<Mutant> {
    let file = syn::parse_file(source).expect("Rust");
    let mut finder = Finder { source, function: String::new(), found: Vec::new() };
    finder.visit_file(&file);
    finder.found
}

struct Finder<'s> {
    source: &'s str,
    function: String,
    found: Vec<Mutant>,
}

impl Finder<'_> {
    fn text(&self, node: &impl Spanned) -> &str {
        &self.source[node.span().byte_range()]
    }

    fn add(&mut self, span: Span, what: String, fault: String) {
        let (range, line, function) = (span.byte_range(), span.start().line, self.function.clone());
        self.found.push(Mutant { number: 0, range, line, function, what, fault });
    }

    fn function(&mut self, signature: &syn::Signature, attributes: &[syn::Attribute], block: &syn::Block) {
        let is_left_out = signature.constness.is_some()
            || signature.unsafety.is_some()
            || is_test(attributes)
            || signature.ident == "default";
        if is_left_out {
            return;
        }
        let outer = std::mem::replace(&mut self.function, signature.ident.to_string());
        let begin = block.brace_token.span.open().byte_range().end;
        for fault in results(&signature.output) {
            let what = format!("return {fault} at once");
            let line = signature.ident.span().start().line;
            self.found.push(Mutant {
                number: 0,
                range: begin..begin,
                line,
                function: self.function.clone(),
                what,
                fault,
            });
        }
        visit::visit_block(self, block);
        self.function = outer;
    }
}

impl<'ast> Visit<'ast> for Finder<'_> {
    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        self.function(&item.sig, &item.attrs, &item.block);
    }

    fn visit_impl_item_fn(&mut self, item: &'ast syn::ImplItemFn) {
        self.function(&item.sig, &item.attrs, &item.block);
    }

    fn visit_trait_item_fn(&mut self, item: &'ast syn::TraitItemFn) {
        if let Some(block) = &item.default {
            self.function(&item.sig, &item.attrs, block);
        }
    }

    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        if !is_test(&item.attrs) {
            visit::visit_item_mod(self, item);
        }
    }

    // What the compiler evaluates.
    fn visit_item_const(&mut self, _: &'ast syn::ItemConst) {}
    fn visit_impl_item_const(&mut self, _: &'ast syn::ImplItemConst) {}
    fn visit_item_static(&mut self, _: &'ast syn::ItemStatic) {}
    fn visit_item_enum(&mut self, _: &'ast syn::ItemEnum) {}
    fn visit_type(&mut self, _: &'ast Type) {}
    fn visit_pat(&mut self, _: &'ast syn::Pat) {}
    fn visit_path_arguments(&mut self, _: &'ast PathArguments) {}
    fn visit_expr_const(&mut self, _: &'ast syn::ExprConst) {}
    fn visit_expr_repeat(&mut self, repeat: &'ast syn::ExprRepeat) {
        self.visit_expr(&repeat.expr);
    }

    fn visit_arm(&mut self, arm: &'ast syn::Arm) {
        if let Some((_, guard)) = &arm.guard
            && !has_let(guard)
        {
            for fault in ["true", "false"] {
                self.add(guard.span(), format!("guard `{}` is {fault}", self.text(guard)), fault.into());
            }
        }
        visit::visit_arm(self, arm);
    }

    fn visit_expr_unary(&mut self, unary: &'ast syn::ExprUnary) {
        if matches!(unary.op, UnOp::Not(_) | UnOp::Neg(_)) {
            let fault = self.text(&unary.expr).to_owned();
            self.add(unary.span(), format!("`{}` without its sign", self.text(unary)), fault);
        }
        visit::visit_expr_unary(self, unary);
    }

    fn visit_expr_binary(&mut self, binary: &'ast syn::ExprBinary) {
        let operator = self.text(&binary.op).to_owned();
        if !has_let(&binary.left) && !has_let(&binary.right) {
            for other in others(&binary.op) {
                let (left, right) = (self.text(&binary.left), self.text(&binary.right));
                let fault = if operator.ends_with('=') && other.ends_with('=') && !is_comparison(&binary.op) {
                    format!("{left} {other} {right}")
                } else {
                    format!("({left}) {other} ({right})")
                };
                self.add(binary.span(), format!("{operator} is {other} in `{}`", self.text(binary)), fault);
            }
        }
        visit::visit_expr_binary(self, binary);
    }
}

fn is_test(attributes: &[syn::Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        attribute.path().is_ident("test")
            || attribute.path().is_ident("cfg")
                && matches!(&attribute.meta, syn::Meta::List(list) if list.tokens.to_string().contains("test"))
    })
}

/// Whether a condition binds names, so that it cannot be moved.
fn has_let(expression: &Expr) -> bool {
    match expression {
        Expr::Let(_) => true,
        Expr::Binary(binary) => has_let(&binary.left) || has_let(&binary.right),
        _ => false,
    }
}

fn is_comparison(operator: &BinOp) -> bool {
    matches!(operator, BinOp::Eq(_) | BinOp::Ne(_) | BinOp::Lt(_) | BinOp::Le(_) | BinOp::Gt(_) | BinOp::Ge(_))
}

/// What stands in an operator's place.
fn others(operator: &BinOp) -> &'static [&'static str] {
    match operator {
        BinOp::Eq(_) => &["!="],
        BinOp::Ne(_) => &["=="],
        BinOp::Lt(_) => &["==", ">", "<="],
        BinOp::Gt(_) => &["==", "<", ">="],
        BinOp::Le(_) => &[">"],
        BinOp::Ge(_) => &["<"],
        BinOp::And(_) => &["||"],
        BinOp::Or(_) => &["&&"],
        BinOp::Add(_) => &["-", "*"],
        BinOp::Sub(_) => &["+", "/"],
        BinOp::Mul(_) => &["+", "/"],
        BinOp::Div(_) => &["%", "*"],
        BinOp::Rem(_) => &["/", "+"],
        BinOp::BitAnd(_) => &["|", "^"],
        BinOp::BitOr(_) => &["&", "^"],
        BinOp::BitXor(_) => &["|", "&"],
        BinOp::Shl(_) => &[">>"],
        BinOp::Shr(_) => &["<<"],
        BinOp::AddAssign(_) => &["-=", "*="],
        BinOp::SubAssign(_) => &["+=", "/="],
        BinOp::MulAssign(_) => &["+=", "/="],
        BinOp::DivAssign(_) => &["%=", "*="],
        BinOp::BitAndAssign(_) => &["|=", "^="],
        BinOp::BitOrAssign(_) => &["&=", "^="],
        _ => &[],
    }
}

/// What a function with this result returns at once.
fn results(output: &ReturnType) -> Vec<String> {
    match output {
        ReturnType::Default => vec!["()".into()],
        ReturnType::Type(_, result) => values(result),
    }
}

fn values(result: &Type) -> Vec<String> {
    let of = |texts: &[&str]| texts.iter().map(|&text| text.into()).collect();
    match result {
        Type::Tuple(tuple) if tuple.elems.is_empty() => of(&["()"]),
        Type::Path(path) => {
            let Some(last) = path.path.segments.last() else { return Vec::new() };
            match last.ident.to_string().as_str() {
                "bool" => of(&["true", "false"]),
                "u8" | "u16" | "u32" | "u64" | "usize" | "i8" | "i16" | "i32" | "i64" | "isize" => of(&["0", "1"]),
                "f32" | "f64" => of(&["0.0", "1.0"]),
                "String" => of(&["String::new()", "\"xyzzy\".into()"]),
                "Vec" => of(&["Vec::new()"]),
                "Option" => of(&["None"]),
                "Result" => match &last.arguments {
                    PathArguments::AngleBracketed(arguments) => match arguments.args.first() {
                        Some(GenericArgument::Type(inner)) => {
                            values(inner).iter().map(|value| format!("Ok({value})")).collect()
                        }
                        _ => Vec::new(),
                    },
                    PathArguments::None => of(&["Ok(())"]),
                    PathArguments::Parenthesized(_) => Vec::new(),
                },
                _ => Vec::new(),
            }
        }
        _ => Vec::new(),
    }
}
