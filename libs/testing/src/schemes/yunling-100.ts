import type { Scheme } from '#domain/points/scheme';
import json from './yunling-100.json';

/** A fictional scheme that uses every way of writing; entered through the form by a browser test, it is this one. */
export const YUNLING_100 = json as unknown as Scheme;
