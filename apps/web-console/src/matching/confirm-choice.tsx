import { Modal } from 'antd';
import type { ReactNode } from 'react';
import { fill } from '../parts/fill';
import { textsOf } from '../texts/texts';

const texts = textsOf('matching');

/** Whom a clerk is about to name. */
export interface Choice {
  readonly name: string;
  readonly body: { readonly cadreId: string } | { readonly unitCode: string };
  /** Whether that settles it, or a second clerk is needed. */
  readonly alone: boolean;
}

interface ConfirmChoiceProps {
  readonly choice: Choice | undefined;
  /** Messages that are released with it. */
  readonly waiting: number;
  readonly onConfirm: (choice: Choice) => void;
  readonly onCancel: () => void;
}

/** Asked once more, because it cannot be undone. */
export function ConfirmChoice({ choice, waiting, onConfirm, onCancel }: ConfirmChoiceProps): ReactNode {
  return (
    <Modal
      open={choice !== undefined}
      title={texts.confirmTitle}
      okText={choice?.alone === false ? texts.proposeOk : texts.confirmOk}
      cancelText={texts.cancel}
      onOk={() => choice !== undefined && onConfirm(choice)}
      onCancel={onCancel}
      width={460}
    >
      {choice !== undefined && (
        <>
          <p>
            {fill(texts.confirmWhat, { name: choice.name, waiting: waiting > 0 ? fill(texts.withWaiting, { count: waiting }) : '' })}
          </p>
          {!choice.alone && <p>{texts.lowFit}</p>}
        </>
      )}
    </Modal>
  );
}
