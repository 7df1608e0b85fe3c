import type { Scheme } from '#domain/points/scheme';
import changwu from './packs/changwu-12.json';
import hongtong from './packs/hongtong-card.json';
import huinong from './packs/huinong-3c.json';
import miaogou from './packs/miaogou-freq.json';

/** The published schemes that are shipped: a county takes one, or writes its own. A spec checks that each is a scheme. */
export const PACKS = [changwu, hongtong, miaogou, huinong] as unknown as readonly Scheme[];
