//! The units that are known, with exact factors: [`UNITS`], and [`Unit::convert`].
//!
//! A word that means several units (ton, gallon, barrel, degree) is none of them: it is compared with
//! itself only. Symbols are the same in every language; names stand beside them in English, and those
//! of other languages can be added.

use rust_decimal::Decimal;

/// What a unit measures; units of one dimension are converted into each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dimension {
    Length,
    Area,
    Mass,
    Volume,
    Duration,
    Speed,
    Temperature,
    Power,
    Energy,
    Pressure,
    Frequency,
    PercentagePoints,
}

/// A unit: what one of it comes to in the first unit of its dimension.
#[derive(Debug, PartialEq, Eq)]
pub struct Unit {
    /// What it measures.
    pub dimension: Dimension,
    /// Symbols, written as they are behind a figure; the first one is shown.
    pub symbols: &'static [&'static str],
    /// Names, in any case.
    pub names: &'static [&'static str],
    /// Digits and decimals of the factor.
    factor: (i64, u32),
    /// What the factor is divided by.
    divisor: i64,
    /// Digits and decimals of the zero of the dimension's first unit, on this unit's scale.
    zero: (i64, u32),
}

const fn unit(
    dimension: Dimension,
    factor: (i64, u32),
    symbols: &'static [&'static str],
    names: &'static [&'static str],
) -> Unit {
    Unit { dimension, symbols, names, factor, divisor: 1, zero: (0, 0) }
}

impl Unit {
    /// A figure in another unit of the same dimension; `None` where it is too large to be exact.
    pub fn convert(&self, value: Decimal, to: &Self) -> Option<Decimal> {
        if self == to {
            return Some(value);
        }
        let times = |unit: &Self| Decimal::new(unit.factor.0, unit.factor.1);
        let zero = |unit: &Self| Decimal::new(unit.zero.0, unit.zero.1);
        let up = times(self).checked_mul(Decimal::from(to.divisor))?;
        let down = times(to).checked_mul(Decimal::from(self.divisor))?;
        let scaled = value.checked_sub(zero(self))?.checked_mul(up)?.checked_div(down)?;
        Some(scaled.checked_add(zero(to))?.normalize())
    }

    /// Whether its zero is another one than that of its dimension's other units.
    pub fn has_own_zero(&self) -> bool {
        self.dimension == Dimension::Temperature
    }

    /// What it is called on pages.
    pub fn symbol(&self) -> &'static str {
        self.symbols.first().or(self.names.first()).copied().unwrap_or_default()
    }
}

use Dimension::{
    Area, Duration, Energy, Frequency, Length, Mass, PercentagePoints, Power, Pressure, Speed, Temperature,
    Volume,
};

/// Every unit that is known.
pub const UNITS: &[Unit] = &[
    unit(Length, (1, 0), &["m"], &["metre", "metres", "meter", "meters"]),
    unit(Length, (1000, 0), &["km"], &["kilometre", "kilometres", "kilometer", "kilometers", "kms"]),
    unit(Length, (1, 2), &["cm"], &["centimetre", "centimetres", "centimeter", "centimeters"]),
    unit(Length, (1, 3), &["mm"], &["millimetre", "millimetres", "millimeter", "millimeters"]),
    unit(Length, (1_609_344, 3), &["mi"], &["mile", "miles"]),
    unit(Length, (1852, 0), &["nmi"], &["nautical mile", "nautical miles"]),
    unit(Length, (9144, 4), &["yd"], &["yard", "yards"]),
    unit(Length, (3048, 4), &["ft"], &["foot", "feet"]),
    unit(Length, (254, 4), &[], &["inch", "inches"]),
    unit(
        Area,
        (1, 0),
        &["m²", "m2", "sqm", "sq m"],
        &["square metre", "square metres", "square meter", "square meters"],
    ),
    unit(
        Area,
        (1_000_000, 0),
        &["km²", "km2", "sq km", "sq. km"],
        &["square kilometre", "square kilometres", "square kilometer", "square kilometers", "square km"],
    ),
    unit(Area, (10_000, 0), &["ha"], &["hectare", "hectares"]),
    unit(Area, (40_468_564_224, 7), &[], &["acre", "acres"]),
    unit(Area, (2_589_988_110_336, 6), &["sq mi"], &["square mile", "square miles"]),
    unit(Area, (9_290_304, 8), &["sq ft", "ft²"], &["square foot", "square feet"]),
    unit(Area, (83_612_736, 8), &["sq yd"], &["square yard", "square yards"]),
    unit(Area, (1600, 0), &[], &["rai"]),
    unit(Mass, (1, 0), &["kg"], &["kilogram", "kilograms", "kilogramme", "kilogrammes", "kilo", "kilos"]),
    unit(Mass, (1, 3), &["g"], &["gram", "grams", "gramme", "grammes"]),
    unit(Mass, (1, 6), &["mg"], &["milligram", "milligrams"]),
    unit(Mass, (1000, 0), &["t"], &["tonne", "tonnes", "metric ton", "metric tons"]),
    unit(Mass, (45_359_237, 8), &["lb", "lbs"], &["pound", "pounds"]),
    unit(Mass, (28_349_523_125, 12), &["oz"], &["ounce", "ounces"]),
    unit(Mass, (635_029_318, 8), &[], &["stone"]),
    unit(Mass, (90_718_474, 5), &[], &["short ton", "short tons"]),
    unit(Mass, (10_160_469_088, 7), &[], &["long ton", "long tons"]),
    unit(Volume, (1, 0), &["l", "L"], &["litre", "litres", "liter", "liters"]),
    unit(Volume, (1, 3), &["ml", "mL"], &["millilitre", "millilitres", "milliliter", "milliliters"]),
    unit(Volume, (1000, 0), &["m³", "m3"], &["cubic metre", "cubic metres", "cubic meter", "cubic meters"]),
    unit(Volume, (28_316_846_592, 9), &[], &["cubic foot", "cubic feet"]),
    unit(Volume, (3_785_411_784, 9), &[], &["us gallon", "us gallons", "u.s. gallons"]),
    unit(Volume, (454_609, 5), &[], &["imperial gallon", "imperial gallons"]),
    unit(Duration, (1, 0), &[], &["second", "seconds"]),
    unit(Duration, (60, 0), &["min"], &["minute", "minutes"]),
    unit(Duration, (3600, 0), &["h", "hrs"], &["hour", "hours"]),
    unit(Duration, (86_400, 0), &[], &["day", "days"]),
    unit(Duration, (604_800, 0), &[], &["week", "weeks"]),
    unit(
        Speed,
        (1, 0),
        &["km/h", "kph", "kmh"],
        &[
            "kilometres per hour",
            "kilometers per hour",
            "kilometres an hour",
            "kilometers an hour",
            "km per hour",
            "km an hour",
        ],
    ),
    unit(
        Speed,
        (36, 1),
        &["m/s"],
        &["metres per second", "meters per second", "metres a second", "meters a second", "m per second"],
    ),
    unit(Speed, (1_609_344, 6), &["mph"], &["miles per hour", "miles an hour"]),
    unit(Speed, (1852, 3), &["kn", "kt"], &["knot", "knots"]),
    unit(
        Temperature,
        (1, 0),
        &["°C", "° C", "ºC", "℃"],
        &["degrees celsius", "degree celsius", "degrees centigrade", "celsius"],
    ),
    Unit {
        dimension: Temperature,
        symbols: &["°F", "° F", "ºF", "℉"],
        names: &["degrees fahrenheit", "degree fahrenheit", "fahrenheit"],
        factor: (5, 0),
        divisor: 9,
        zero: (32, 0),
    },
    Unit {
        dimension: Temperature,
        symbols: &[],
        names: &["kelvin", "kelvins"],
        factor: (1, 0),
        divisor: 1,
        zero: (27_315, 2),
    },
    unit(Power, (1, 0), &["W"], &["watt", "watts"]),
    unit(Power, (1000, 0), &["kW"], &["kilowatt", "kilowatts"]),
    unit(Power, (1_000_000, 0), &["MW"], &["megawatt", "megawatts"]),
    unit(Power, (1_000_000_000, 0), &["GW"], &["gigawatt", "gigawatts"]),
    unit(Energy, (1, 0), &["J"], &["joule", "joules"]),
    unit(Energy, (3600, 0), &["Wh"], &["watt-hour", "watt-hours"]),
    unit(Energy, (3_600_000, 0), &["kWh"], &["kilowatt-hour", "kilowatt-hours", "kilowatt hours"]),
    unit(Energy, (3_600_000_000, 0), &["MWh"], &["megawatt-hour", "megawatt-hours", "megawatt hours"]),
    unit(Energy, (3_600_000_000_000, 0), &["GWh"], &["gigawatt-hour", "gigawatt-hours", "gigawatt hours"]),
    unit(
        Energy,
        (3_600_000_000_000_000, 0),
        &["TWh"],
        &["terawatt-hour", "terawatt-hours", "terawatt hours"],
    ),
    unit(Pressure, (1, 0), &["Pa"], &["pascal", "pascals"]),
    unit(Pressure, (100, 0), &["hPa", "mbar"], &["hectopascal", "hectopascals", "millibar", "millibars"]),
    unit(Pressure, (1000, 0), &["kPa"], &["kilopascal", "kilopascals"]),
    unit(Pressure, (100_000, 0), &["bar"], &["bars"]),
    unit(Frequency, (1, 0), &["Hz"], &["hertz"]),
    unit(Frequency, (1000, 0), &["kHz"], &["kilohertz"]),
    unit(Frequency, (1_000_000, 0), &["MHz"], &["megahertz"]),
    unit(
        PercentagePoints,
        (1, 0),
        &["pp", "p.p.", "% points", "%-points"],
        &["percentage points", "percentage point", "per cent points", "percent points"],
    ),
];

/// The unit that words name, all of them.
pub fn unit_named(words: &str) -> Option<&'static Unit> {
    let words = words.trim();
    UNITS.iter().find(|unit| {
        unit.symbols.contains(&words) || unit.names.iter().any(|name| name.eq_ignore_ascii_case(words))
    })
}
