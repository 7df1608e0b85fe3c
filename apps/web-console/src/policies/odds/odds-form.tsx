import { Input } from 'antd';
import type { ReactNode } from 'react';
import { useLabels } from '../../catalogue/labels';
import { LevelTag } from '../../parts/level-tag';
import { factorWord, statusWord } from '../../parts/words';
import { textsOf } from '../../texts/texts';
import { valueAt } from '../document';
import type { PolicyFormProps } from '../policy-forms';
import { ceilingOf } from './ceiling';
import { Floors } from './floors';
import { NumberField } from './number-field';
import { NumberTable } from './number-table';
import { ReporterGrades } from './reporter-grades';
import { Weights } from './weights';

const texts = textsOf('policies');

const LEVELS = ['watch', 'remind', 'inquiry', 'priority'] as const;
const GRADES = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
const STATUSES = ['unverified', 'plausible', 'verified', 'refuted', 'withdrawn', 'malicious'] as const;
const FACTORS = ['advisory', 'general', 'money', 'personnel', 'approval', 'law-enforcement', 'principal'] as const;

/** An odds policy as people fill it in: what decides first, the long table of weights last. */
export function OddsForm(form: PolicyFormProps): ReactNode {
  return (
    <>
      <Name {...form} />
      <Thresholds {...form} />
      <Floors {...form} />
      <Knees {...form} />
      <Sources {...form} />
      <Exposure {...form} />
      <Weights {...form} />
    </>
  );
}

function Name({ document, put, writable }: PolicyFormProps): ReactNode {
  const name = valueAt(document, ['name']);
  return (
    <section className="lq-card" data-pointer="/name">
      <label className="lq-policy-name">
        <span>{texts.name}</span>
        <Input
          size="small"
          maxLength={60}
          readOnly={!writable}
          value={typeof name === 'string' ? name : ''}
          onChange={({ target }) => put('/name', target.value)}
        />
      </label>
    </section>
  );
}

function Thresholds(form: PolicyFormProps): ReactNode {
  const labels = useLabels();
  const placeOf = (level: string): number => LEVELS.findIndex((known) => known === level);
  return (
    <section className="lq-card" aria-label={texts.levels}>
      <NumberTable
        {...form}
        title={texts.levels}
        head={texts.level}
        rows={LEVELS}
        word={(level) => <LevelTag level={level} />}
        name={labels.level}
        columns={[
          { title: texts.enter, pointer: (level) => `/levels/${placeOf(level)}/enter`, scale: 1_000, unit: texts.points },
          { title: texts.exit, pointer: (level) => `/levels/${placeOf(level)}/exit`, scale: 1_000, unit: texts.points },
        ]}
      />
      <Line name={texts.dwell} pointer="/dwellDays" unit={texts.days} {...form} />
      <Line name={texts.gateSeverity} pointer="/gate/severity" {...form} />
      <Line name={texts.gateFloor} pointer="/gate/groupFloor" scale={1_000_000} {...form} />
    </section>
  );
}

type LineProps = PolicyFormProps & { readonly name: string; readonly pointer: string; readonly unit?: string; readonly scale?: 1_000_000 };

function Line({ name, ...field }: LineProps): ReactNode {
  return (
    <label className="lq-policy-line">
      <span>{name}</span>
      <NumberField name={name} {...field} />
    </label>
  );
}

function Knees(form: PolicyFormProps): ReactNode {
  const labels = useLabels();
  const ceiling = (channel: string): string => ceilingOf(valueAt(form.document, ['channels', channel, 'channel'])) ?? '';
  return (
    <section className="lq-card" aria-label={texts.knees}>
      <NumberTable
        {...form}
        title={texts.knees}
        head={texts.channel}
        rows={labels.channels}
        word={labels.channel}
        name={labels.channel}
        columns={[
          { title: texts.matterKnee, pointer: (channel) => `/channels/${channel}/matter`, scale: 1_000_000 },
          { title: texts.channelKnee, pointer: (channel) => `/channels/${channel}/channel`, scale: 1_000_000 },
        ]}
        last={{ title: texts.ceiling, of: ceiling }}
      />
      <Line name={texts.publicMediaCap} pointer="/publicMediaCap" scale={1_000_000} {...form} />
    </section>
  );
}

const percentOf = (field: string) => [{ title: texts.percent, pointer: (row: string) => `/${field}/${row}`, unit: '%' }] as const;

function Sources(form: PolicyFormProps): ReactNode {
  return (
    <section className="lq-card lq-policy-beside" aria-label={texts.sources}>
      <NumberTable {...form} title={texts.grades} head={texts.grade} rows={GRADES} word={gradeWord} name={gradeWord} columns={percentOf('grades')} />
      <NumberTable
        {...form}
        title={texts.statuses}
        head={texts.status}
        rows={STATUSES}
        word={statusWord}
        name={statusWord}
        columns={percentOf('statuses')}
      />
      <ReporterGrades {...form} />
    </section>
  );
}

const gradeWord = (grade: string): string => (grade === 'F' ? texts.gradeUnknown : grade);

function Exposure(form: PolicyFormProps): ReactNode {
  return (
    <section className="lq-card" aria-label={texts.exposure}>
      <NumberTable
        {...form}
        title={texts.exposure}
        head={texts.factor}
        rows={FACTORS}
        word={factorWord}
        name={factorWord}
        columns={[{ title: texts.percent, pointer: (factor) => `/exposure/factors/${factor}`, unit: '%' }]}
      />
      <Line name={texts.exposureCap} pointer="/exposure/cap" unit="%" {...form} />
    </section>
  );
}
