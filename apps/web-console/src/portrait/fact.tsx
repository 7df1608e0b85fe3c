import { QuestionCircleOutlined } from '@ant-design/icons';
import { Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { named } from '../parts/words';

interface FactProps {
  readonly name: string;
  /** What the name means, on request. */
  readonly what?: string;
  readonly large?: boolean;
  readonly children: ReactNode;
}

export function Fact({ name, what, large = false, children }: FactProps): ReactNode {
  return (
    <div>
      <dt className="lq-meta">
        {name}
        {what !== undefined && (
          <Tooltip title={what}>
            <button type="button" className="lq-ask lq-no-print" aria-label={named(name, what)}>
              <QuestionCircleOutlined />
            </button>
          </Tooltip>
        )}
      </dt>
      <dd className={large ? 'lq-number lq-large' : 'lq-number'}>{children}</dd>
    </div>
  );
}
