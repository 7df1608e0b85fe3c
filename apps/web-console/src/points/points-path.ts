/** The points ledger of one subject under one scheme. */
export const pointsPath = (scheme: string, subject: string): string => `/points/${encodeURIComponent(scheme)}/${encodeURIComponent(subject)}`;
