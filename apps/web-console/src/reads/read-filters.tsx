import { Checkbox, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { usePermissions } from '../api/queries';
import { ClearFilters } from '../lists/clear-filters';
import { textsOf } from '../texts/texts';
import { READ_FILTERS, type ReadsAsked } from './use-reads';

const texts = textsOf('reads');

interface ReadFiltersProps {
  readonly asked: ReadsAsked;
  readonly onAsk: (asked: ReadsAsked) => void;
}

/** What is typed in. */
const WORDS = [
  { name: 'person', label: texts.person, example: texts.personPlaceholder },
  { name: 'subject', label: texts.subject, example: texts.subjectPlaceholder },
] as const;
const OUTCOMES = ['answered', 'not-found', 'refused', 'failed'] as const;

export function ReadFilters({ asked, onAsk }: ReadFiltersProps): ReactNode {
  const purposes = usePermissions().data?.purposes ?? [];
  const ask = (change: ReadsAsked): void => onAsk({ ...asked, ...change });
  return (
    <div className="lq-filters">
      {WORDS.map(({ name, label, example }) => (
        <Input.Search
          key={`${name} ${asked[name] ?? ''}`}
          className="lq-read-word"
          size="small"
          allowClear
          maxLength={64}
          aria-label={label}
          placeholder={example}
          defaultValue={asked[name]}
          onSearch={(value) => ask({ [name]: value.trim() })}
        />
      ))}
      <Select
        className="lq-read-choice"
        size="small"
        allowClear
        virtual={false}
        aria-label={texts.purpose}
        placeholder={texts.purpose}
        value={asked.purpose ?? null}
        options={purposes.map(({ code, label }) => ({ value: code, label }))}
        onChange={(value: string | null | undefined) => ask({ purpose: value ?? '' })}
      />
      <Select
        className="lq-read-choice"
        size="small"
        allowClear
        virtual={false}
        aria-label={texts.outcome}
        placeholder={texts.outcome}
        value={asked.outcome ?? null}
        options={OUTCOMES.map((value) => ({ value, label: texts.outcomes[value] }))}
        onChange={(value: string | null | undefined) => ask({ outcome: value ?? '' })}
      />
      <Input
        className="lq-read-choice"
        type="date"
        size="small"
        aria-label={texts.day}
        value={asked.day ?? ''}
        onChange={({ target }) => target.validity.valid && ask({ day: target.value })}
      />
      <Checkbox checked={asked.toReview === 'true'} onChange={({ target }) => ask({ toReview: target.checked ? 'true' : '' })}>
        {texts.onlyToReview}
      </Checkbox>
      {READ_FILTERS.some((name) => asked[name] !== undefined) && <ClearFilters onClear={() => onAsk({})} />}
    </div>
  );
}
