//! The block of bytes that carries planes, map, mask and metadata, inside a TIFF whose pixels are whole. Checksums are made right, so that
//! what stands behind them is reached.
#![no_main]

/// A page of 4 x 3 pixels with a block in the private tag.
fn tiff(carrier: &[u8]) -> Vec<u8> {
    const PIXELS: usize = 12;
    let mut out = b"II*\0".to_vec();
    out.extend((8 + PIXELS as u32 + carrier.len() as u32).to_le_bytes());
    out.extend([7; PIXELS]);
    out.extend(carrier);
    let entries: [(u16, u16, u32, u32); 10] = [
        (256, 4, 1, 4),
        (257, 4, 1, 3),
        (258, 3, 1, 8),
        (259, 3, 1, 1),
        (262, 3, 1, 1),
        (273, 4, 1, 8),
        (277, 3, 1, 1),
        (278, 4, 1, 3),
        (279, 4, 1, PIXELS as u32),
        (59713, 1, carrier.len() as u32, 8 + PIXELS as u32),
    ];
    out.extend((entries.len() as u16).to_le_bytes());
    for (tag, kind, count, value) in entries {
        out.extend(tag.to_le_bytes());
        out.extend(kind.to_le_bytes());
        out.extend(count.to_le_bytes());
        out.extend(value.to_le_bytes());
    }
    out.extend([0; 4]);
    out
}

/// CRC-32, bit by bit.
fn checksum(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0u32, |sum, &byte| {
        (0..8).fold(sum ^ u32::from(byte), |sum, _| if sum & 1 == 1 { sum >> 1 ^ 0xEDB8_8320 } else { sum >> 1 })
    })
}

/// Makes the checksum of each section right: kind (4), length (8), checksum (4), contents.
fn mend(carrier: &mut [u8]) {
    let mut at = 12;
    while let Some(length) = carrier.get(at + 4..at + 12) {
        let length = u64::from_le_bytes(length.try_into().expect("eight bytes"));
        let start = at + 16;
        let Some(end) = usize::try_from(length).ok().and_then(|n| start.checked_add(n)).filter(|&end| end <= carrier.len()) else { return };
        let sum = checksum(&carrier[start..end]);
        carrier[at + 12..start].copy_from_slice(&sum.to_le_bytes());
        at = end;
    }
}

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let mut carrier = bytes.to_vec();
    mend(&mut carrier);
    if carrier.len() < 5 {
        return;
    }
    let result = stoner::io::tiff::load(&stoner_fuzz::context(), &stoner_fuzz::file(&tiff(&carrier)));
    stoner_fuzz::judge(&result);
});
