//! A mutable representation of the structure tree (ISO 32000-1, 14.7).

use std::collections::{BTreeMap, BTreeSet};

use lopdf::{Dictionary, Document, Object, ObjectId, Result, decode_text_string, dictionary, text_string};

/// A structure tree.
pub(super) struct Structure {
    root: ObjectId,
    /// The elements below the root, in order.
    pub(super) first: Vec<ObjectId>,
    pub(super) elements: BTreeMap<ObjectId, Element>,
}

/// A structure element.
pub(super) struct Element {
    /// The structure type, as written in the file.
    pub(super) role: Vec<u8>,
    pub(super) parent: ObjectId,
    /// The element's own language, if it has one.
    pub(super) lang: Option<String>,
    pub(super) kids: Vec<Kid>,
}

/// A kid of an element.
#[derive(Clone)]
pub(super) enum Kid {
    /// Another element.
    Element(ObjectId),
    /// A marked-content sequence of a page.
    Content(Sequence),
    /// An annotation, by its object reference.
    Annotation(Dictionary),
}

/// The page and identifier (MCID) of a marked-content sequence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Sequence {
    pub(super) page: ObjectId,
    pub(super) id: i64,
}

impl Structure {
    /// Reads the structure tree of a document.
    ///
    /// # Errors
    /// If there is none, or it was not written by Typst.
    pub(super) fn read(document: &Document) -> Result<Self> {
        let root = document.catalog()?.get(b"StructTreeRoot")?.as_reference()?;
        let dict = document.get_dictionary(root)?;
        let first = children(dict).iter().map(Object::as_reference).collect::<Result<Vec<_>>>()?;
        let mut elements = BTreeMap::new();
        let mut unread: Vec<(ObjectId, ObjectId)> = first.iter().map(|id| (*id, root)).collect();
        while let Some((id, parent)) = unread.pop() {
            let element = Element::read(document.get_dictionary(id)?, parent)?;
            unread.extend(element.elements().map(|kid| (kid, id)));
            elements.insert(id, element);
        }
        Ok(Self { root, first, elements })
    }

    /// Writes the tree and the parent tree to the document that it was read from.
    ///
    /// # Errors
    /// If it is a different document.
    pub(super) fn write(self, document: &mut Document) -> Result<()> {
        let mut owners: BTreeMap<ObjectId, BTreeMap<i64, ObjectId>> = BTreeMap::new();
        for (id, element) in &self.elements {
            for sequence in element.sequences() {
                owners.entry(sequence.page).or_default().insert(sequence.id, *id);
            }
        }
        for (id, element) in self.elements {
            let dict = document.objects.entry(id).or_insert_with(|| Object::Dictionary(Dictionary::new()));
            element.write(dict.as_dict_mut()?);
        }
        let parents = document.get_dictionary(self.root)?.get_deref(b"ParentTree", document)?;
        let mut parents = parents.as_dict()?.clone();
        for (page, owners) in owners {
            let key = document.get_dictionary(page)?.get(b"StructParents")?.as_i64()?;
            let last = owners.last_key_value().map_or(-1, |(id, _)| *id);
            let row =
                (0..=last).map(|id| owners.get(&id).map_or(Object::Null, |owner| Object::Reference(*owner)));
            let row = document.add_object(row.collect::<Vec<_>>());
            let numbers = parents.get_mut(b"Nums")?.as_array_mut()?;
            let place = numbers.chunks_exact_mut(2).find_map(|pair| match pair {
                [number, value] if number.as_i64().is_ok_and(|number| number == key) => Some(value),
                _ => None,
            });
            *place.ok_or(lopdf::Error::DictKey("StructParents".to_owned()))? = Object::Reference(row);
        }
        document.get_dictionary_mut(self.root)?.set("ParentTree", parents);
        // Removes the objects of removed elements and replaced rows.
        document.prune_objects();
        Ok(())
    }

    /// Removes an element with its descendants.
    pub(super) fn remove(&mut self, id: ObjectId) {
        let Some(element) = self.elements.remove(&id) else { return };
        if let Some(parent) = self.elements.get_mut(&element.parent) {
            parent.kids.retain(|kid| !matches!(kid, Kid::Element(kid) if *kid == id));
        }
        for kid in element.elements() {
            self.remove(kid);
        }
    }

    /// Removes sequences from their elements.
    pub(super) fn remove_sequences(&mut self, removed: &BTreeSet<Sequence>) {
        for element in self.elements.values_mut() {
            element.kids.retain(|kid| kid.sequence().is_none_or(|sequence| !removed.contains(&sequence)));
        }
    }

    /// Removes empty groups, such as empty grid cells, and groups that become empty as a result.
    pub(super) fn remove_empty_groups(&mut self) {
        for id in self.in_order().into_iter().rev() {
            let is_empty = |element: &Element| {
                element.kids.is_empty() && matches!(element.role.as_slice(), b"Div" | b"P" | b"Span")
            };
            if self.elements.get(&id).is_some_and(is_empty) {
                self.remove(id);
            }
        }
    }

    /// The elements in reading order.
    pub(super) fn in_order(&self) -> Vec<ObjectId> {
        let mut found = Vec::new();
        let mut unread: Vec<ObjectId> = self.first.iter().rev().copied().collect();
        while let Some(id) = unread.pop() {
            found.push(id);
            if let Some(element) = self.elements.get(&id) {
                unread.extend(element.elements().collect::<Vec<_>>().into_iter().rev());
            }
        }
        found
    }

    /// The element of each sequence, and the index of the sequence among its kids.
    pub(super) fn places(&self) -> BTreeMap<Sequence, (ObjectId, usize)> {
        let place = |(id, element): (&ObjectId, &Element)| {
            let id = *id;
            let kids = element.kids.iter().enumerate();
            let sequences = kids.filter_map(|(index, kid)| Some((kid.sequence()?, (id, index))));
            sequences.collect::<Vec<_>>()
        };
        self.elements.iter().flat_map(place).collect()
    }
}

impl Element {
    /// An element for words in a different language.
    pub(super) fn span(parent: ObjectId, lang: &str, kid: Kid) -> Self {
        let (role, lang) = (b"Span".to_vec(), Some(lang.to_owned()));
        Self { role, parent, lang, kids: vec![kid] }
    }

    fn read(dict: &Dictionary, parent: ObjectId) -> Result<Self> {
        let own_page = || dict.get(b"Pg").and_then(Object::as_reference);
        let kids = children(dict)
            .iter()
            .map(|kid| match kid {
                Object::Reference(id) => Ok(Kid::Element(*id)),
                Object::Integer(id) => Ok(Kid::Content(Sequence { page: own_page()?, id: *id })),
                Object::Dictionary(dict) if dict.has_type(b"OBJR") => Ok(Kid::Annotation(dict.clone())),
                Object::Dictionary(content) => {
                    let page = content.get(b"Pg").and_then(Object::as_reference).or_else(|_| own_page())?;
                    Ok(Kid::Content(Sequence { page, id: content.get(b"MCID")?.as_i64()? }))
                }
                _ => Err(lopdf::Error::ObjectType { expected: "Dictionary", found: kid.enum_variant() }),
            })
            .collect::<Result<_>>()?;
        Ok(Self {
            role: dict.get(b"S")?.as_name()?.to_vec(),
            parent,
            lang: dict.get(b"Lang").ok().and_then(|lang| decode_text_string(lang).ok()),
            kids,
        })
    }

    /// Writes the element to its dictionary.
    fn write(self, dict: &mut Dictionary) {
        dict.set("Type", "StructElem");
        dict.set("S", Object::Name(self.role.clone()));
        dict.set("P", self.parent);
        match &self.lang {
            Some(lang) => dict.set("Lang", text_string(lang)),
            None => drop(dict.remove(b"Lang")),
        }
        let page = self.sequences().next().map(|sequence| sequence.page);
        match page {
            Some(page) => dict.set("Pg", page),
            None => drop(dict.remove(b"Pg")),
        }
        let kids: Vec<Object> = self
            .kids
            .into_iter()
            .map(|kid| match kid {
                Kid::Element(id) => Object::Reference(id),
                Kid::Content(sequence) if Some(sequence.page) == page => Object::Integer(sequence.id),
                Kid::Content(Sequence { page, id }) => {
                    Object::Dictionary(dictionary! { "Type" => "MCR", "Pg" => page, "MCID" => id })
                }
                Kid::Annotation(dict) => Object::Dictionary(dict),
            })
            .collect();
        dict.set("K", kids);
    }

    /// The elements among its kids.
    pub(super) fn elements(&self) -> impl Iterator<Item = ObjectId> {
        self.kids.iter().filter_map(|kid| if let Kid::Element(id) = kid { Some(*id) } else { None })
    }

    fn sequences(&self) -> impl Iterator<Item = Sequence> {
        self.kids.iter().filter_map(Kid::sequence)
    }
}

impl Kid {
    pub(super) fn sequence(&self) -> Option<Sequence> {
        if let Self::Content(sequence) = self { Some(*sequence) } else { None }
    }
}

/// The kids of a node of the tree: the file may contain none, a single object or an array.
fn children(dict: &Dictionary) -> &[Object] {
    match dict.get(b"K") {
        Ok(Object::Array(kids)) => kids,
        Ok(kid) => std::slice::from_ref(kid),
        Err(_) => &[],
    }
}
