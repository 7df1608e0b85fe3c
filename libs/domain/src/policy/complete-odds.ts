import { HALF_LIFE_TABLES } from '#domain/risk/half-life-tables';
import { isObject } from '#domain/risk/json-shape';
import { HALF_LIVES } from '#domain/risk/policy';

const TABLES = Object.fromEntries(HALF_LIVES.map((halfLife) => [String(halfLife), HALF_LIFE_TABLES[halfLife].map(String)]));

/** What a draft says, with the half-life tables where it leaves them out: they have only one right content (design: risk-model 3). */
export function completeOdds(json: unknown): unknown {
  return isObject(json) && !Object.hasOwn(json, 'halfLifeTables') ? { ...json, halfLifeTables: TABLES } : json;
}
