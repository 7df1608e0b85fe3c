/** Whom and what the examples are about: the same in all of them. */
export const SUBJECT = 'cadre:7d1f0c9b8a6e5d4c3b2a190807';
export const EVENT = '3f2b8c1e-5a4d-4e6f-9a7b-1c2d3e4f5a6b';
export const SIGNAL = '9c1d2e3f-4a5b-4c6d-8e7f-0a1b2c3d4e5f';
export const CANDIDATE = '5b6c7d8e-9f0a-4b1c-8d2e-3f4a5b6c7d8e';
export const MATTER = 'A-AUD/number/2026-17';
