//! How cards are written to files: `Demo(deal: …)`, a variant with the fields of its struct, as if there were no struct.
//!
//! Serde writes a variant that holds a struct as `Demo((deal: …))`. The two adapters here pass the struct on as the variant's
//! own content, so that a log reads plainly and stays as it has always been.

use serde::Serialize;
use serde::de::value::UnitDeserializer;
use serde::de::{DeserializeSeed, Deserializer, EnumAccess, Error as _, VariantAccess, Visitor};
use serde::ser::{Error as _, Impossible, SerializeStruct, SerializeStructVariant, Serializer};
use std::marker::PhantomData;

/// Implements `Serialize` and `Deserialize` for `Action`.
macro_rules! cards {
    ($($card:ident,)*) => {
        impl serde::Serialize for Action {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let place = self.place() as u32;
                match self { $(Action::$card(card) => card.serialize(wire::AsVariant { serializer, place }),)* }
            }
        }

        impl<'de> serde::Deserialize<'de> for Action {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Action, D::Error> {
                struct Cards;
                impl<'de> serde::de::Visitor<'de> for Cards {
                    type Value = Action;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        formatter.write_str("a card")
                    }

                    fn visit_enum<A: serde::de::EnumAccess<'de>>(self, data: A) -> Result<Action, A::Error> {
                        let (name, content) = wire::variant(data)?;
                        match &*name {
                            $(stringify!($card) => $card::deserialize(wire::Content::new(content)).map(Action::$card),)*
                            other => Err(serde::de::Error::unknown_variant(other, Action::NAMES)),
                        }
                    }
                }
                deserializer.deserialize_enum("Action", Action::NAMES, Cards)
            }
        }
    };
}

pub(super) use cards;

/// Writes a struct as the variant of the same name.
pub(super) struct AsVariant<S> {
    pub serializer: S,
    pub place: u32,
}

/// Fields of a struct, written as fields of a variant.
pub(super) struct Fields<S>(S);

impl<S: SerializeStructVariant> SerializeStruct for Fields<S> {
    type Ok = S::Ok;
    type Error = S::Error;

    fn serialize_field<T: ?Sized + Serialize>(&mut self, key: &'static str, value: &T) -> Result<(), S::Error> {
        self.0.serialize_field(key, value)
    }

    fn end(self) -> Result<S::Ok, S::Error> {
        self.0.end()
    }
}

/// What no card is.
macro_rules! no_card {
    ($($method:ident($($of:ty),*) -> $result:ty;)*) => {
        $(fn $method(self, $(_: $of),*) -> Result<$result, S::Error> {
            Err(S::Error::custom("a card is a struct"))
        })*
    };
}

impl<S: Serializer> Serializer for AsVariant<S> {
    type Ok = S::Ok;
    type Error = S::Error;
    type SerializeSeq = Impossible<S::Ok, S::Error>;
    type SerializeTuple = Impossible<S::Ok, S::Error>;
    type SerializeTupleStruct = Impossible<S::Ok, S::Error>;
    type SerializeTupleVariant = Impossible<S::Ok, S::Error>;
    type SerializeMap = Impossible<S::Ok, S::Error>;
    type SerializeStruct = Fields<S::SerializeStructVariant>;
    type SerializeStructVariant = Impossible<S::Ok, S::Error>;

    fn serialize_struct(self, name: &'static str, len: usize) -> Result<Self::SerializeStruct, S::Error> {
        self.serializer.serialize_struct_variant("Action", self.place, name, len).map(Fields)
    }

    fn serialize_unit_struct(self, name: &'static str) -> Result<S::Ok, S::Error> {
        self.serializer.serialize_unit_variant("Action", self.place, name)
    }

    fn serialize_newtype_struct<T: ?Sized + Serialize>(self, name: &'static str, value: &T) -> Result<S::Ok, S::Error> {
        self.serializer.serialize_newtype_variant("Action", self.place, name, value)
    }

    fn serialize_some<T: ?Sized + Serialize>(self, _: &T) -> Result<S::Ok, S::Error> {
        Err(S::Error::custom("a card is a struct"))
    }

    fn serialize_newtype_variant<T: ?Sized + Serialize>(self, _: &'static str, _: u32, _: &'static str, _: &T) -> Result<S::Ok, S::Error> {
        Err(S::Error::custom("a card is a struct"))
    }

    no_card! {
        serialize_bool(bool) -> S::Ok;
        serialize_i8(i8) -> S::Ok;
        serialize_i16(i16) -> S::Ok;
        serialize_i32(i32) -> S::Ok;
        serialize_i64(i64) -> S::Ok;
        serialize_u8(u8) -> S::Ok;
        serialize_u16(u16) -> S::Ok;
        serialize_u32(u32) -> S::Ok;
        serialize_u64(u64) -> S::Ok;
        serialize_f32(f32) -> S::Ok;
        serialize_f64(f64) -> S::Ok;
        serialize_char(char) -> S::Ok;
        serialize_str(&str) -> S::Ok;
        serialize_bytes(&[u8]) -> S::Ok;
        serialize_none() -> S::Ok;
        serialize_unit() -> S::Ok;
        serialize_unit_variant(&'static str, u32, &'static str) -> S::Ok;
        serialize_seq(Option<usize>) -> Self::SerializeSeq;
        serialize_tuple(usize) -> Self::SerializeTuple;
        serialize_tuple_struct(&'static str, usize) -> Self::SerializeTupleStruct;
        serialize_tuple_variant(&'static str, u32, &'static str, usize) -> Self::SerializeTupleVariant;
        serialize_map(Option<usize>) -> Self::SerializeMap;
        serialize_struct_variant(&'static str, u32, &'static str, usize) -> Self::SerializeStructVariant;
    }
}

/// Name and content of a variant.
pub(super) fn variant<'de, A: EnumAccess<'de>>(data: A) -> Result<(String, A::Variant), A::Error> {
    /// Takes the name as text, whatever the format calls it.
    struct Name;
    impl<'de> DeserializeSeed<'de> for Name {
        type Value = String;

        fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<String, D::Error> {
            struct Text;
            impl Visitor<'_> for Text {
                type Value = String;

                fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                    formatter.write_str("the name of a card")
                }

                fn visit_str<E: serde::de::Error>(self, name: &str) -> Result<String, E> {
                    Ok(name.to_owned())
                }
            }
            deserializer.deserialize_identifier(Text)
        }
    }
    data.variant_seed(Name)
}

/// Reads a struct from the content of a variant.
pub(super) struct Content<'de, A> {
    variant: A,
    lifetime: PhantomData<&'de ()>,
}

impl<A> Content<'_, A> {
    pub fn new(variant: A) -> Self {
        Content { variant, lifetime: PhantomData }
    }
}

/// Reads the one value of a newtype struct.
struct Newtype<W>(W);

impl<'de, W: Visitor<'de>> DeserializeSeed<'de> for Newtype<W> {
    type Value = W::Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<W::Value, D::Error> {
        self.0.visit_newtype_struct(deserializer)
    }
}

impl<'de, A: VariantAccess<'de>> Deserializer<'de> for Content<'de, A> {
    type Error = A::Error;

    fn deserialize_struct<W: Visitor<'de>>(self, _: &'static str, fields: &'static [&'static str], visitor: W) -> Result<W::Value, A::Error> {
        self.variant.struct_variant(fields, visitor)
    }

    fn deserialize_unit_struct<W: Visitor<'de>>(self, name: &'static str, visitor: W) -> Result<W::Value, A::Error> {
        self.variant.unit_variant()?;
        UnitDeserializer::new().deserialize_unit_struct(name, visitor)
    }

    fn deserialize_newtype_struct<W: Visitor<'de>>(self, _: &'static str, visitor: W) -> Result<W::Value, A::Error> {
        self.variant.newtype_variant_seed(Newtype(visitor))
    }

    fn deserialize_any<W: Visitor<'de>>(self, _: W) -> Result<W::Value, A::Error> {
        Err(A::Error::custom("a card is a struct"))
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char str string bytes byte_buf option unit seq tuple tuple_struct map enum
        identifier ignored_any
    }
}
