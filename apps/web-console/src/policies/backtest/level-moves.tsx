import { Segmented } from 'antd';
import { useMemo, useState, type ReactNode } from 'react';
import { useLabels } from '../../catalogue/labels';
import type { BacktestResult, LevelName } from '../../contracts';
import { fill } from '../../parts/fill';
import { LevelTag } from '../../parts/level-tag';
import { PictureOrTable } from '../../parts/picture-or-table';
import { textsOf } from '../../texts/texts';
import { movesOf, onLevels } from './figures';
import { PairPicture } from './pair-picture';
import { pairsInWords } from './shown-figures';

const texts = textsOf('backtest');

const GROUPS = [
  { value: 'cadres', label: texts.levelsCadres },
  { value: 'units', label: texts.levelsUnits },
] as const;

/** How many would stand on which level, and who goes where. */
export function LevelMoves({ moves }: Pick<BacktestResult, 'moves'>): ReactNode {
  const labels = useLabels();
  const [group, choose] = useState<'cadres' | 'units'>('cadres');
  const chosen = moves[group];
  const pairs = useMemo(() => {
    const { before, after } = onLevels(chosen);
    return labels.levels.map((level, place) => ({ name: labels.level(level), before: before[place] ?? 0, after: after[place] ?? 0 }));
  }, [chosen, labels]);
  const summary = fill(texts.levelsSummary, movesOf(chosen));
  return (
    <PictureOrTable
      title={texts.levels}
      extra={
        <>
          <Segmented size="small" aria-label={texts.levelsWhom} value={group} onChange={choose} options={[...GROUPS]} />
          <span className="lq-meta">{summary}</span>
        </>
      }
      picture={<PairPicture pairs={pairs} description={fill(texts.levelsDescription, { parts: pairsInWords(pairs, String) })} />}
      table={<MovesTable moves={chosen} levels={labels.levels as readonly LevelName[]} />}
    />
  );
}

function MovesTable({ moves, levels }: { readonly moves: BacktestResult['moves']['cadres']; readonly levels: readonly LevelName[] }): ReactNode {
  const { before, after } = onLevels(moves);
  return (
    <table className="lq-policy-table lq-backtest-table">
      <caption className="lq-policy-caption">{texts.fromTo}</caption>
      <thead>
        <tr>
          <th scope="col">{texts.fromLevel}</th>
          {levels.map((level) => (
            <th key={level} scope="col">
              <LevelTag level={level} />
            </th>
          ))}
          <th scope="col">{texts.sum}</th>
        </tr>
      </thead>
      <tbody>
        {levels.map((level, from) => (
          <tr key={level}>
            <th scope="row">
              <LevelTag level={level} />
            </th>
            {levels.map((to, place) => (
              <td key={to} className="lq-number">
                {moves[from]?.[place] ?? 0}
              </td>
            ))}
            <td className="lq-number">{before[from] ?? 0}</td>
          </tr>
        ))}
        <tr>
          <th scope="row">{texts.sum}</th>
          {levels.map((level, place) => (
            <td key={level} className="lq-number">
              {after[place] ?? 0}
            </td>
          ))}
          <td className="lq-number">{before.reduce((sum, count) => sum + count, 0)}</td>
        </tr>
      </tbody>
    </table>
  );
}
