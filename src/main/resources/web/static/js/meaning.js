// What the ontology of the collection says about the terms of a query: which properties fit a class, which values a property has.

const TYPE = "rdf:type";
const back = (step) => step.startsWith("^");
const bareStep = (step) => step.replace(/^\^/, "");

/** @param {{terms: Array<{name: string, kind: string, label: string, links: object}>}} known as the server sends it */
export function meaning(known) {
  let of = null;
  const byName = () => {
    if (!of || of.terms !== known.terms) of = { terms: known.terms, names: new Map(known.terms.map((t) => [t.name, t])) };
    return of.names;
  };
  const links = (name, relation) => byName().get(name)?.links?.[relation] ?? [];

  /** The class and all classes above it. */
  function above(name, seen = new Set()) {
    if (!seen.has(name)) {
      seen.add(name);
      links(name, "above").forEach((upper) => above(upper, seen));
    }
    return seen;
  }

  /** The classes of what is before (or behind) a step of a path. */
  const begins = (step) => links(bareStep(step), back(step) ? "range" : "domain");
  const ends = (step) => links(bareStep(step), back(step) ? "domain" : "range");

  /** What a query says about the classes of a variable or thing, directly or by the properties that it has. */
  function classes(term, triples) {
    const said = new Set();
    const implied = new Set();
    for (const [subject, steps, object] of triples) {
      if (subject === term && steps.length === 1 && steps[0] === TYPE) said.add(object);
      else if (subject === term) begins(steps[0]).forEach((c) => implied.add(c));
      if (object === term) ends(steps[steps.length - 1]).forEach((c) => implied.add(c));
    }
    return said.size ? said : implied;
  }

  /** 2 if what has one of these classes fits what is wanted, 1 if that is not known, 0 if it does not. */
  function fit(have, wanted) {
    if (!wanted.length || !have.size) return 1;
    const upper = [...have].flatMap((c) => [...above(c)]);
    if (wanted.some((c) => upper.includes(c))) return 2;
    return wanted.some((c) => [...have].some((h) => above(c).has(h))) ? 1 : 0;
  }

  return {
    TYPE,
    label: (name) => byName().get(name)?.label || name,
    /** The classes of that whose property is written next. */
    before: (place) => (place.steps.length ? new Set(ends(place.steps[place.steps.length - 1])) : classes(place.subject, place.triples)),
    /** How well a property fits these classes. */
    suits: (property, have) => (have.size ? fit(have, links(property.name, "domain")) : 1),
    classes,
    fit,
    /** What the path that was written leads to. */
    wanted: (steps) => (steps.length ? ends(steps[steps.length - 1]) : []),
    /** The lists from which the values of the path come. */
    lists: (steps) => (steps.length && !back(steps[steps.length - 1]) ? links(steps[steps.length - 1], "lists") : []),
    inList: (value, lists) => (value.links?.lists ?? []).some((list) => lists.includes(list)),
  };
}
