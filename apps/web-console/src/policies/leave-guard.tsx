import { Modal } from 'antd';
import { useEffect, type ReactNode } from 'react';
import { useBlocker } from 'react-router';
import { textsOf } from '../texts/texts';

const texts = textsOf('policies');

/** Asks before somebody leaves the page, or closes it, with something typed that is not saved. */
export function LeaveGuard({ unsaved }: { readonly unsaved: boolean }): ReactNode {
  const blocker = useBlocker(({ currentLocation, nextLocation }) => unsaved && currentLocation.pathname !== nextLocation.pathname);
  useEffect(() => {
    if (!unsaved) return undefined;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [unsaved]);
  return (
    <Modal
      destroyOnHidden
      open={blocker.state === 'blocked'}
      title={texts.leaveUnsaved}
      okText={texts.leaveAnyway}
      cancelText={texts.stay}
      onOk={() => blocker.proceed?.()}
      onCancel={() => blocker.reset?.()}
      width={420}
    >
      {texts.leaveUnsavedWhat}
    </Modal>
  );
}
