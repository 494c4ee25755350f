//! Two calls beside each other on one registry, in every order of their steps.

use loom::thread;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use stoner_loom::context::Status;
use stoner_loom::ffi::kind::{Invalid, Kind};
use stoner_loom::ffi::registry::Registry;

/// Six slots in two chunks, of two and four slots.
type Small = Registry<u32, 2, 2>;

const FREED: Invalid = Invalid::Freed { expected: Kind::Image };

/// Runs `body` in every order, and says in how many.
fn check(body: impl Fn(loom::sync::Arc<Small>) + Sync + Send + 'static) {
    let orders = Arc::new(AtomicUsize::new(0));
    let counter = Arc::clone(&orders);
    loom::model(move || {
        counter.fetch_add(1, Ordering::Relaxed);
        body(loom::sync::Arc::new(Small::new(Kind::Image)));
    });
    let orders = orders.load(Ordering::Relaxed);
    assert!(orders > 1, "the threads never interleaved");
    println!("{orders} orders");
}

/// Runs `there` on another thread beside `here`.
fn beside<A: 'static, B>(
    registry: &loom::sync::Arc<Small>,
    there: impl FnOnce(&Small) -> A + 'static,
    here: impl FnOnce(&Small) -> B,
) -> (A, B) {
    let shared = loom::sync::Arc::clone(registry);
    let thread = thread::spawn(move || there(&shared));
    let b = here(registry);
    (thread.join().unwrap(), b)
}

#[test]
fn get_beside_remove() {
    check(|registry| {
        let handle = registry.insert(7).unwrap();
        let (got, removed) = beside(&registry, move |r| r.get(handle).map(|v| *v), |r| r.remove(handle).map(|v| *v));
        assert!(got == Ok(7) || got == Err(FREED));
        assert_eq!(removed, Ok(7));
        assert_eq!(registry.live(), 0);
    });
}

#[test]
fn a_snapshot_taken_beside_remove_stays_whole() {
    check(|registry| {
        let handle = registry.insert(7).unwrap();
        let (got, removed) = beside(&registry, move |r| r.get(handle), |r| r.remove(handle).unwrap());
        drop(removed);
        if let Ok(snapshot) = got {
            assert_eq!(*snapshot, 7);
        }
    });
}

#[test]
fn update_beside_get() {
    check(|registry| {
        let handle = registry.insert(1).unwrap();
        let (updated, got) = beside(&registry, move |r| r.update(handle, |v| *v += 1), |r| r.get(handle).unwrap());
        assert_eq!(updated, Ok(()));
        assert!(*got == 1 || *got == 2);
        assert_eq!(*registry.get(handle).unwrap(), 2);
    });
}

#[test]
fn a_snapshot_is_not_changed_by_an_update_beside_it() {
    check(|registry| {
        let handle = registry.insert(1).unwrap();
        let ((first, second), updated) = beside(
            &registry,
            move |r| {
                let snapshot = r.get(handle).unwrap();
                let first = *snapshot;
                thread::yield_now();
                (first, *snapshot)
            },
            |r| r.update(handle, |v| std::mem::replace(v, 2)),
        );
        assert_eq!(updated, Ok(1));
        assert_eq!(first, second);
    });
}

#[test]
fn update_beside_update_loses_nothing() {
    check(|registry| {
        let handle = registry.insert(0).unwrap();
        let (a, b) = beside(&registry, move |r| r.update(handle, |v| *v += 1), |r| r.update(handle, |v| *v += 10));
        assert_eq!((a, b), (Ok(()), Ok(())));
        assert_eq!(*registry.get(handle).unwrap(), 11);
    });
}

#[test]
fn update_beside_remove() {
    check(|registry| {
        let handle = registry.insert(1).unwrap();
        let (updated, removed) =
            beside(&registry, move |r| r.update(handle, |v| *v += 1), |r| *r.remove(handle).unwrap());
        match updated {
            Ok(()) => assert_eq!(removed, 2),
            Err(invalid) => assert_eq!((invalid, removed), (FREED, 1)),
        }
    });
}

#[test]
fn insert_beside_insert() {
    check(|registry| {
        let (a, b) = beside(&registry, |r| r.insert(1).unwrap(), |r| r.insert(2).unwrap());
        assert_ne!(a, b);
        assert_eq!((*registry.get(a).unwrap(), *registry.get(b).unwrap()), (1, 2));
        assert_eq!(registry.live(), 2);
    });
}

#[test]
fn insert_beside_insert_where_a_new_chunk_is_needed() {
    check(|registry| {
        let full = [registry.insert(1).unwrap(), registry.insert(2).unwrap()];
        let (a, b) = beside(&registry, |r| r.insert(3).unwrap(), |r| r.insert(4).unwrap());
        let values = [full[0], full[1], a, b].map(|handle| *registry.get(handle).unwrap());
        assert_eq!(values, [1, 2, 3, 4]);
    });
}

#[test]
fn a_guessed_handle_beside_insert_is_never_half_there() {
    check(|registry| {
        let first = registry.insert(1).unwrap();
        // The slot that comes next, in the first chunk, and one in the chunk after it.
        let next = first + (1 << 32);
        let (got, inserted) = beside(&registry, move |r| r.get(next).map(|v| *v), |r| r.insert(2).unwrap());
        assert_eq!(inserted, next);
        assert!(got == Ok(2) || got == Err(Invalid::NeverIssued { expected: Kind::Image }));
    });
}

#[test]
fn a_guessed_handle_beside_a_new_chunk_is_never_half_there() {
    check(|registry| {
        let first = registry.insert(1).unwrap();
        registry.insert(2).unwrap();
        let next = first + (2 << 32);
        let (got, inserted) = beside(&registry, move |r| r.get(next).map(|v| *v), |r| r.insert(3).unwrap());
        assert_eq!(inserted, next);
        assert!(got == Ok(3) || got == Err(Invalid::NeverIssued { expected: Kind::Image }));
    });
}

#[test]
fn of_two_removes_exactly_one_wins() {
    check(|registry| {
        let handle = registry.insert(7).unwrap();
        let (a, b) = beside(&registry, move |r| r.remove(handle).map(|v| *v), |r| r.remove(handle).map(|v| *v));
        assert!((a, b) == (Ok(7), Err(FREED)) || (a, b) == (Err(FREED), Ok(7)));
        assert_eq!(registry.live(), 0);
        // The slot is on the shelf once: two handles cannot share it.
        let (c, d) = (registry.insert(1).unwrap(), registry.insert(2).unwrap());
        assert_eq!((*registry.get(c).unwrap(), *registry.get(d).unwrap()), (1, 2));
    });
}

#[test]
fn a_reused_slot_is_never_taken_for_its_old_value() {
    check(|registry| {
        let old = registry.insert(1).unwrap();
        let (got, new) = beside(
            &registry,
            move |r| r.get(old).map(|v| *v),
            |r| {
                r.remove(old).unwrap();
                r.insert(2).unwrap()
            },
        );
        assert!(got == Ok(1) || got == Err(FREED));
        assert_eq!(new as u32, old as u32 + 1);
        assert_eq!(registry.get(old).map(|v| *v), Err(FREED));
        assert_eq!(*registry.get(new).unwrap(), 2);
    });
}

#[test]
fn a_late_remove_does_not_free_the_slots_next_value() {
    check(|registry| {
        let old = registry.insert(1).unwrap();
        let replace = move |r: &Small| r.remove(old).is_ok().then(|| r.insert(2).unwrap());
        let (a, b) = beside(&registry, replace, replace);
        assert_eq!(a.is_some(), b.is_none());
        assert_eq!(*registry.get(a.or(b).unwrap()).unwrap(), 2);
        assert_eq!(registry.live(), 1);
    });
}

#[test]
fn the_last_slot_goes_to_one_of_two() {
    check(|registry| {
        for value in 0..5 {
            registry.insert(value).unwrap();
        }
        let (a, b) = beside(&registry, |r| r.insert(5), |r| r.insert(6));
        let refused = match (a, b) {
            (Ok(_), Err(error)) | (Err(error), Ok(_)) => error,
            other => panic!("{other:?}"),
        };
        assert_eq!(refused.status(), Status::NoMemory);
        assert_eq!(registry.live(), 6);
    });
}
