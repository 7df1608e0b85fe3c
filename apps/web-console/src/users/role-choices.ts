import { textsOf } from '../texts/texts';

/** Every role there is, in the order of the catalogue of words. */
export const ROLE_CHOICES = Object.entries(textsOf('words').principals).map(([value, label]) => ({ value, label }));
