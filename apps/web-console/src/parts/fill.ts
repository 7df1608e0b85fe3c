/** A sentence of a catalogue with its `{names}` filled; a name without a value stays visible. */
export function fill(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (place, name: string) => (values[name] === undefined ? place : String(values[name])));
}
