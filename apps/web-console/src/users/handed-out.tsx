import { Alert, Typography } from 'antd';
import type { ReactNode } from 'react';
import type { HandedOut as Handed } from '../contracts';
import { fill } from '../parts/fill';
import { textsOf } from '../texts/texts';

const texts = textsOf('users');

const COPY = { tooltips: [texts.copy, texts.copied] };

/** Password and authenticator's secret, to be handed over; gone with this notice. */
export function HandedOut({ id, password, totpUri }: Handed): ReactNode {
  return (
    <Alert
      type="info"
      showIcon
      role="status"
      title={fill(texts.handedOut, { id })}
      description={
        <div className="lq-handed-out">
          <span>{texts.handedOutNote}</span>
          <Secret name={texts.password} value={password} />
          <Secret name={texts.totp} value={totpUri} />
        </div>
      }
    />
  );
}

function Secret({ name, value }: { readonly name: string; readonly value: string }): ReactNode {
  return (
    <div>
      <div className="lq-meta">{name}</div>
      <Typography.Text code copyable={{ text: value, ...COPY }}>
        {value}
      </Typography.Text>
    </div>
  );
}
