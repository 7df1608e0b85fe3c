import type { BacktestResult } from '#contracts/console/backtests';
import type { Backtest } from '#domain/backtest/backtest';
import type { Dimension } from '#domain/backtest/equal-treatment';
import { toldGroups } from '#domain/backtest/held-back';
import type { Database } from '#persistence/database';

/** What is kept and told of a backtest: small numbers are held back before anything is stored. */
export async function toldBacktest(database: Database, { subjects, moves, weeks, outcomes, treatment }: Backtest): Promise<BacktestResult> {
  const units = await database.query<{ code: string; name: string }>('SELECT code, name FROM resolver.unit');
  const nameOf = new Map(units.map(({ code, name }) => [code, name]));
  const told = (dimension: Dimension): BacktestResult['treatment']['unit'] =>
    toldGroups(treatment, dimension).map(({ name, count }) => ({ name, label: nameOf.get(name) ?? name, count: count && { ...count } }));
  return {
    subjects,
    moves: { cadres: moves.cadres.map((row) => [...row]), units: moves.units.map((row) => [...row]) },
    weeks: weeks.map((week) => ({ ...week })),
    outcomes,
    treatment: {
      unit: told('unit'),
      region: told('region'),
      category: told('category'),
      rank: told('rank'),
      channel: told('channel'),
    },
  };
}
