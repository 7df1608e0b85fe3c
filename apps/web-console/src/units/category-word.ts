import { textsOf } from '../texts/texts';

const categories: Readonly<Record<string, string>> = textsOf('units').categories;

/** The word for a category of units; one that the registry names itself stays as it is. */
export const categoryWord = (category: string): string => categories[category] ?? category;
