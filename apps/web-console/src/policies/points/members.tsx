import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, DownOutlined, PlusOutlined, RightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useOnPaper } from '../../look/display';
import { fill } from '../../parts/fill';
import { textsOf } from '../../texts/texts';
import { Wrong } from './place';
import { useList, useSchemeForm } from './scheme-form';

const texts = textsOf('schemes');

interface MembersProps {
  readonly pointer: string;
  /** What one member is. */
  readonly one: string;
  /** What a new one starts with. */
  readonly blank: (list: readonly unknown[]) => unknown;
  readonly children: (pointer: string, member: unknown) => ReactNode;
  /** With it a member is one line until it is opened. */
  readonly line?: (member: unknown) => string;
}

/** A list of the document: members are added, taken out, and moved where their order says something. */
export function Members({ pointer, one, blank, children, line }: MembersProps): ReactNode {
  const { put, writable } = useSchemeForm();
  const list = useList(pointer);
  const { opened, open } = useOpened(pointer);
  const onPaper = useOnPaper();
  const change = (next: readonly unknown[], shown: number | undefined): void => {
    put(pointer, next);
    open(shown);
  };
  const without = (place: number): unknown[] => list.filter((_, other) => other !== place);
  const moved = (from: number, to: number): readonly unknown[] => {
    const others = without(from);
    return [...others.slice(0, to), list[from], ...others.slice(to)];
  };
  return (
    <div className="lq-scheme-members">
      {list.map((member, place) => (
        <Member
          key={place}
          pointer={`${pointer}/${place}`}
          name={fill(texts.nth, { what: one, place: place + 1 })}
          line={line?.(member)}
          isOpen={line === undefined || onPaper || opened === place}
          onOpen={() => open(opened === place ? undefined : place)}
          acts={
            writable && (
              <MemberActs
                name={fill(texts.nth, { what: one, place: place + 1 })}
                onUp={place === 0 ? undefined : () => change(moved(place, place - 1), place - 1)}
                onDown={place === list.length - 1 ? undefined : () => change(moved(place, place + 1), place + 1)}
                onTakeOut={() => change(without(place), undefined)}
              />
            )
          }
        >
          {children(`${pointer}/${place}`, member)}
        </Member>
      ))}
      {writable && (
        <Button size="small" type="dashed" icon={<PlusOutlined aria-hidden />} onClick={() => change([...list, blank(list)], list.length)}>
          {fill(texts.add, { what: one })}
        </Button>
      )}
    </div>
  );
}

/** Which member is open: the one that was opened last, or the one in which what a finding led to is. */
function useOpened(pointer: string): { readonly opened: number | undefined; readonly open: (place: number | undefined) => void } {
  const { sought } = useSchemeForm();
  const [asked, ask] = useState<{ readonly place: number | undefined; readonly after: typeof sought }>({ place: undefined, after: undefined });
  const led = sought !== asked.after && sought?.pointer.startsWith(`${pointer}/`) ? Number(sought.pointer.slice(pointer.length + 1).split('/')[0]) : undefined;
  return { opened: led ?? asked.place, open: (place) => ask({ place, after: sought }) };
}

interface MemberProps {
  readonly pointer: string;
  readonly name: string;
  readonly line: string | undefined;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
  readonly acts: ReactNode;
  readonly children: ReactNode;
}

function Member({ pointer, name, line, isOpen, onOpen, acts, children }: MemberProps): ReactNode {
  return (
    <div role="group" aria-label={name} className="lq-scheme-member" data-pointer={pointer}>
      <div className="lq-scheme-member-head">
        {line === undefined ? (
          <span className="lq-meta">{name}</span>
        ) : (
          <Button size="small" type="text" aria-expanded={isOpen} icon={isOpen ? <DownOutlined aria-hidden /> : <RightOutlined aria-hidden />} onClick={onOpen}>
            {line === '' ? name : line}
          </Button>
        )}
        <Findings pointer={pointer} shown={!isOpen} />
        <span className="lq-spring" />
        {acts}
      </div>
      {isOpen && <div className="lq-scheme-fields">{children}</div>}
      <Wrong pointer={pointer} />
    </div>
  );
}

/** How much is wrong inside what is not open. */
function Findings({ pointer, shown }: { readonly pointer: string; readonly shown: boolean }): ReactNode {
  const count = useSchemeForm().findings.filter((finding) => finding.pointer.startsWith(`${pointer}/`)).length;
  return shown && count > 0 && <span className="lq-scheme-wrong">{fill(texts.findingsInside, { count })}</span>;
}

interface MemberActsProps {
  readonly name: string;
  readonly onUp: (() => void) | undefined;
  readonly onDown: (() => void) | undefined;
  readonly onTakeOut: () => void;
}

function MemberActs({ name, onUp, onDown, onTakeOut }: MemberActsProps): ReactNode {
  const act = (word: string, icon: ReactNode, onClick: (() => void) | undefined): ReactNode => (
    <Button size="small" type="text" icon={icon} aria-label={fill(word, { what: name })} disabled={onClick === undefined} onClick={onClick} />
  );
  return (
    <span className="lq-no-print">
      {act(texts.moveUp, <ArrowUpOutlined aria-hidden />, onUp)}
      {act(texts.moveDown, <ArrowDownOutlined aria-hidden />, onDown)}
      {act(texts.takeOut, <DeleteOutlined aria-hidden />, onTakeOut)}
    </span>
  );
}
