import { Button, Popconfirm, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import type { RebuildAnswer, SlotAnswer } from '../contracts';
import { fill } from '../parts/fill';
import { policyWord, shortHash } from '../parts/words';
import { textsOf } from '../texts/texts';
import type { Acting } from './rebuild-acts';

const texts = textsOf('rebuild');

interface StartFormProps {
  readonly told: RebuildAnswer;
  readonly acting: Acting;
}

/** What is lost by beginning anew. */
const CLEARS: Readonly<Partial<Record<SlotAnswer['state'], string>>> = { ready: texts.clearsReady, standby: texts.clearsStandby };

/** A rebuild under one of the approved policies; the one in the address is chosen, else the live one. */
export function StartForm({ told, acting: { act, waiting } }: StartFormProps): ReactNode {
  const [search] = useSearchParams();
  const { live, other, policies } = told;
  const [chosen, choose] = useState(search.get('policy') ?? live.policy?.hash);
  const start = (): void => act({ path: '', body: { policy: chosen } });
  const lost = CLEARS[other.state];
  const button = (onClick?: () => void): ReactNode => (
    <Button type={other.state === 'empty' ? 'primary' : 'default'} loading={waiting} {...(onClick && { onClick })}>
      {other.state === 'empty' ? texts.start : texts.startAgain}
    </Button>
  );
  return (
    <div className="lq-rebuild-start">
      <label className="lq-meta" htmlFor="lq-rebuild-policy">
        {texts.startUnder}
      </label>
      <Select
        id="lq-rebuild-policy"
        virtual={false}
        value={chosen ?? null}
        onChange={choose}
        options={policies.map(({ name, hash }) => ({
          value: hash,
          label: fill(hash === live.policy?.hash ? texts.liveToo : texts.nameAndHash, { name: policyWord(name), hash: shortHash(hash) }),
        }))}
      />
      {lost === undefined ? (
        button(start)
      ) : (
        <Popconfirm title={texts.startAgain} description={lost} okText={texts.yes} cancelText={texts.no} onConfirm={start}>
          {button()}
        </Popconfirm>
      )}
    </div>
  );
}
