/** Where the page of a unit is. */
export const unitPath = (code: string): string => `/units/${encodeURIComponent(code)}`;
