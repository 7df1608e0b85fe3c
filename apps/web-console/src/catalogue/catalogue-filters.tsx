import { Input } from 'antd';
import type { ReactNode } from 'react';
import { kindWord, SUBJECT_KINDS } from './about-words';
import { ChoiceFilter } from '../lists/choice-filter';
import { ClearFilters } from '../lists/clear-filters';
import { isFiltered } from '../lists/filters';
import { textsOf } from '../texts/texts';
import { EFFECTS, effectWord } from './effect-words';
import type { SignalsAsked } from './find-signals';
import { useLabels } from './labels';

const texts = textsOf('catalogue');

interface CatalogueFiltersProps {
  readonly asked: SignalsAsked;
  readonly onAsk: (asked: SignalsAsked) => void;
}

export function CatalogueFilters({ asked, onAsk }: CatalogueFiltersProps): ReactNode {
  const labels = useLabels();
  return (
    <div className="lq-filters">
      <Input
        size="small"
        className="lq-signal-search"
        aria-label={texts.search}
        placeholder={texts.search}
        allowClear
        value={asked.text ?? ''}
        onChange={({ target }) => onAsk({ ...asked, text: target.value === '' ? undefined : target.value })}
      />
      <ChoiceFilter
        name={texts.channelFilter}
        all={texts.allChannels}
        values={labels.channels}
        word={labels.channel}
        value={asked.channel}
        onAsk={(channel) => onAsk({ ...asked, channel })}
      />
      <ChoiceFilter
        name={texts.effectFilter}
        all={texts.allEffects}
        values={EFFECTS}
        word={effectWord}
        value={asked.effect}
        onAsk={(effect) => onAsk({ ...asked, effect })}
      />
      <ChoiceFilter
        name={texts.aboutFilter}
        all={texts.allAbout}
        values={SUBJECT_KINDS}
        word={kindWord}
        value={asked.about}
        onAsk={(about) => onAsk({ ...asked, about })}
      />
      {isFiltered(asked) && <ClearFilters onClear={() => onAsk({})} />}
      <span className="lq-spring" />
      <span className="lq-meta">{texts.keys}</span>
    </div>
  );
}
