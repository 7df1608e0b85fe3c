import { cadrePath } from '../cadres/cadre-path';

/** Where that stands which the cadre concerned may be shown. */
export const ownViewPath = (cadre: string): string => `${cadrePath(cadre)}/own-view`;
