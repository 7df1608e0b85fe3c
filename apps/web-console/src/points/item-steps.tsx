import { Button, Space } from 'antd';
import { useState, type ReactNode } from 'react';
import { OneField } from '../candidates/one-field';
import type { PointsItem, PointsStep } from '../contracts';
import { ProblemNotice } from '../parts/problem-notice';
import { textsOf } from '../texts/texts';
import { StepForm } from './step-form';
import { useEntering } from './use-entering';

const texts = textsOf('points');

interface ItemStepsProps {
  readonly subject: string;
  readonly scheme: string;
  readonly item: PointsItem;
}

const TAKING_BACK = 'taken-back';
const LONGEST_NOTE = 200;

/** What the person at the screen may enter about one fact now. */
export function ItemSteps({ subject, scheme, item }: ItemStepsProps): ReactNode {
  const { id, may, mayTakeBack, day } = item;
  const [chosen, choose] = useState<PointsStep | typeof TAKING_BACK>();
  const { enter, waiting, error, forgetError } = useEntering(subject, () => choose(undefined));
  if (may.length === 0 && !mayTakeBack) return null;
  const turnTo = (next: PointsStep | typeof TAKING_BACK | undefined): void => {
    forgetError();
    choose(next);
  };
  return (
    <div className="lq-no-print lq-points-steps">
      <Space wrap size={6}>
        {may.map((step) => (
          <Button key={step} size="small" type={step === item.awaits ? 'primary' : 'default'} aria-pressed={step === chosen} onClick={() => turnTo(step)}>
            {texts.steps[step]}
          </Button>
        ))}
        {mayTakeBack && (
          <Button size="small" type="text" aria-pressed={chosen === TAKING_BACK} onClick={() => turnTo(TAKING_BACK)}>
            {texts.takeBack}
          </Button>
        )}
      </Space>
      {error !== null && <ProblemNotice error={error} />}
      {chosen === TAKING_BACK && (
        <OneField
          name={texts.takeBackReason}
          missing={texts.reasonMissing}
          most={LONGEST_NOTE}
          rows={1}
          button={texts.takeBack}
          waiting={waiting}
          onSend={(note) => enter({ kind: TAKING_BACK, scheme, target: id, note })}
        />
      )}
      {chosen !== undefined && chosen !== TAKING_BACK && (
        <StepForm
          key={chosen}
          step={chosen}
          earliest={day}
          waiting={waiting}
          onLeave={() => turnTo(undefined)}
          onSend={(said) => enter({ kind: 'step', scheme, target: id, step: chosen, ...said })}
        />
      )}
    </div>
  );
}
