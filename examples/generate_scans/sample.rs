//! What is looked at: a made-up sample, and the noise of counting.

/// Magnetic domains and topography as sums of plane waves of random direction and phase: waves of one length give a
/// labyrinth, long ones of many lengths a landscape.
pub struct Sample {
    domains: Vec<[f64; 3]>,
    landscape: Vec<[f64; 3]>,
}

impl Sample {
    pub fn new(seed: u64) -> Self {
        let mut random = Random(seed);
        let mut wave = |shortest: f64, longest: f64| {
            let length = shortest + (longest - shortest) * random.uniform();
            let (direction, phase) =
                (std::f64::consts::TAU * random.uniform(), std::f64::consts::TAU * random.uniform());
            let k = std::f64::consts::TAU / length;
            [k * direction.cos(), k * direction.sin(), phase]
        };
        Sample {
            domains: (0..48).map(|_| wave(1.15, 1.45)).collect(),
            landscape: (0..12).map(|_| wave(2.5, 9.0)).collect(),
        }
    }

    fn sum(waves: &[[f64; 3]], x: f64, y: f64) -> f64 {
        let sum: f64 = waves.iter().map(|[kx, ky, phase]| (kx * x + ky * y + phase).cos()).sum();
        sum * (2.0 / waves.len() as f64).sqrt()
    }

    /// From -1 to 1, mostly near these two: the walls are thin.
    pub fn magnetization(&self, x: f64, y: f64) -> f64 {
        (4.0 * Self::sum(&self.domains, x, y)).tanh()
    }

    pub fn thickness(&self, x: f64, y: f64) -> f64 {
        1.0 + 0.25 * Self::sum(&self.landscape, x, y)
    }
}

/// Islands of cobalt on a film that covers all but a strip at the left.
pub struct Islands {
    /// Centre, radius, thickness.
    islands: Vec<[f64; 4]>,
    film: f64,
}

impl Islands {
    /// In a square field of this size with this lowest corner.
    pub fn new(seed: u64, corner: [f64; 2], size: f64) -> Self {
        let mut random = Random(seed);
        let film = corner[0] + 0.16 * size;
        let island = |_| {
            let [x, y] = [0.25 + 0.7 * random.uniform(), 0.08 + 0.84 * random.uniform()];
            let radius = size * (0.05 + 0.08 * random.uniform());
            [corner[0] + size * x, corner[1] + size * y, radius, 0.4 + 0.6 * random.uniform()]
        };
        Islands { islands: (0..9).map(island).collect(), film }
    }

    /// At a photon energy in eV: the film's, and the cobalt's before and at its L edges.
    pub fn optical_density(&self, x: f64, y: f64, energy: f64) -> f64 {
        let line = |centre: f64, width: f64| 1.0 / (1.0 + ((energy - centre) / width).powi(2));
        let step = |edge: f64| 0.5 + ((energy - edge) / 0.8).atan() / std::f64::consts::PI;
        let cobalt = 0.25 + line(778.1, 1.1) + 0.55 * line(793.2, 1.4) + 0.2 * step(779.0) + 0.1 * step(794.0);
        let island = |[cx, cy, radius, thickness]: &[f64; 4]| {
            let distance = ((x - cx).powi(2) + (y - cy).powi(2)).sqrt() / radius;
            thickness * (-distance.powi(4)).exp()
        };
        let islands: f64 = self.islands.iter().map(island).sum();
        let film = 0.12 * (0.5 + 0.5 * ((x - self.film) / 0.06).tanh());
        film + cobalt * islands.min(1.2)
    }
}

/// The generator "splitmix64" of Steele, Lea and Flood (OOPSLA 2014).
pub struct Random(pub u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// In [0, 1).
    pub fn uniform(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1u64 << 53) as f64
    }

    /// Box and Muller.
    pub fn normal(&mut self) -> f64 {
        let radius = (-2.0 * (1.0 - self.uniform()).ln()).sqrt();
        radius * (std::f64::consts::TAU * self.uniform()).cos()
    }

    /// Thousands of counts are as good as normal.
    pub fn poisson(&mut self, expected: f64) -> f64 {
        (expected + expected.sqrt() * self.normal()).round().max(0.0)
    }
}
