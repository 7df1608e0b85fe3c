import type { UseQueryResult } from '@tanstack/react-query';
import { Input } from 'antd';
import type { ReactNode } from 'react';
import type { FoundCadres } from '../contracts';
import { fill } from '../parts/fill';
import { ProblemNotice } from '../parts/problem-notice';
import { textsOf } from '../texts/texts';

const texts = textsOf('matching');

type Found = FoundCadres['items'][number];

interface PersonSearchProps {
  /** What is looked for, in words. */
  readonly label: string;
  readonly asked: UseQueryResult<FoundCadres>;
  readonly disabled?: boolean;
  /** Undefined where nothing was written. */
  readonly onSearch: (name: string | undefined) => void;
  /** How one of those found is chosen. */
  readonly children: (person: Found) => ReactNode;
}

/** Looks a name up in the register, and lists who has it with the post held. */
export function PersonSearch({ label, asked: { data, error, isFetching }, disabled = false, onSearch, children }: PersonSearchProps): ReactNode {
  return (
    <>
      <Input.Search
        size="small"
        aria-label={label}
        placeholder={label}
        enterButton={texts.searchButton}
        maxLength={40}
        disabled={disabled}
        loading={isFetching}
        onSearch={(text) => onSearch(text.trim() === '' ? undefined : text.trim())}
      />
      {error !== null && <ProblemNotice error={error} />}
      {data !== undefined && (
        <p className="lq-meta" role="status">
          {data.items.length === 0 ? texts.foundNone : fill(texts.found, { count: data.items.length })}
        </p>
      )}
      <ul className="lq-people">
        {(data?.items ?? []).map((person) => (
          <li key={person.cadreId}>
            <p>
              <span className="lq-name">{person.name}</span> <span className="lq-meta">{person.posts[0] ?? texts.noPost}</span>
            </p>
            {children(person)}
          </li>
        ))}
      </ul>
    </>
  );
}
