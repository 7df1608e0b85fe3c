/** Where a person's page is. */
export const cadrePath = (id: string): string => `/cadres/${encodeURIComponent(id)}`;
