/** A scheme in which nothing is said yet; its findings lead its author through what is to be said. */
export const BLANK_SCHEME = {
  kind: 'points',
  name: '',
  title: { zh: '' },
  source: '',
  notes: [],
  objects: ['cadre'],
  start: { value: 0, direction: 'add' },
  windows: [],
  marks: [],
  procedure: { steps: [], confirmedBy: [], countsFrom: 'occurrence' },
  items: [],
  notCounted: [],
  consequences: [],
  thresholds: [],
} as const;
