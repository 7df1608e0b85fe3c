import { Button, Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { PolicyFile } from '../contracts';
import { useMay } from '../people/may';
import { fill } from '../parts/fill';
import { saveJson } from '../parts/save-file';
import { shortHash } from '../parts/words';
import { textsOf } from '../texts/texts';
import { daysWord, kindWord, nameOf } from './policy-words';
import { StateMark } from './state-mark';

const texts = textsOf('policies');

/** Saves the canonical document: the SHA-256 of the file is the name of the policy. */
function save({ kind, hash, document: content }: PolicyFile): void {
  saveJson(`policy-${kind}-${hash?.slice(0, 12) ?? ''}.json`, content ?? '');
}

/** Which policy it is and where it stands. */
export function PolicyHead({ policy }: { readonly policy: PolicyFile }): ReactNode {
  const { name, kind, state, hash, inForce } = policy;
  const rebuilds = useMay()('POST /api/v1/rebuild') && kind === 'odds' && state === 'approved';
  return (
    <div className="lq-page-head">
      <h1>{nameOf(name)}</h1>
      <span className="lq-meta">{kindWord(kind)}</span>
      <StateMark state={state} />
      {inForce.map((days) => (
        <span key={days.from + String(days.until)} className="lq-meta">
          {daysWord(days)}
        </span>
      ))}
      {hash !== null && (
        <Tooltip title={fill(texts.wholeHash, { hash })}>
          <code tabIndex={0}>{shortHash(hash)}</code>
        </Tooltip>
      )}
      <span className="lq-spring" />
      <Button size="small" disabled={hash === null} onClick={() => save(policy)}>
        {texts.exportFile}
      </Button>
      {rebuilds && <Link to={`/rebuild?policy=${hash ?? ''}`}>{texts.rebuildUnder}</Link>}
      <Link to="/policies">{texts.toList}</Link>
    </div>
  );
}
