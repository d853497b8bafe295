/** Findings as rows; only those on the screen are drawn, so that a hundred thousand scroll like ten. */
import { Link } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import type { Answer } from '../../api/index.ts';
import { useFormats, useLanguage } from '../../i18n/index.ts';
import { SeverityBadge, StateBadge } from '../../ui/index.ts';

type Item = Answer<'listFindings'>['items'][number];

const ROW = 58;

export interface FindingTableProps {
  readonly items: readonly Item[];
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (selected: ReadonlySet<string>) => void;
  /** The last row is near. */
  readonly onEnd: () => void;
}

export function FindingTable({ items, selected, onSelect, onEnd }: FindingTableProps): ReactNode {
  const { texts } = useLanguage();
  const { columns, selectAll } = texts.findings;
  const frame = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({ count: items.length, getScrollElement: () => frame.current, estimateSize: () => ROW, overscan: 10 });
  const shown = rows.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= items.length - 10) onEnd();
  }, [last, items.length, onEnd]);
  const all = items.every(({ id }) => selected.has(id));
  return (
    <div
      className="table-frame finding-frame"
      ref={frame}
      tabIndex={0}
      role="table"
      aria-rowcount={items.length}
      aria-label={texts.findings.title}
    >
      <div className="finding-row head" role="row">
        <span role="columnheader">
          <input
            type="checkbox"
            aria-label={selectAll}
            checked={all}
            onChange={() => onSelect(new Set(all ? [] : items.map(({ id }) => id)))}
          />
        </span>
        {[columns.severity, columns.finding, columns.owner, columns.state, columns.due].map((text) => (
          <span key={text} role="columnheader">
            {text}
          </span>
        ))}
      </div>
      <div role="rowgroup" style={{ position: 'relative', height: rows.getTotalSize() }}>
        {shown.map(({ index, start, size }) => {
          const item = items[index];
          return item ? (
            <div key={item.id} style={{ position: 'absolute', top: 0, insetInline: 0, height: size, transform: `translateY(${start}px)` }}>
              <Row item={item} index={index} isSelected={selected.has(item.id)} onToggle={() => onSelect(toggle(selected, item.id))} />
            </div>
          ) : null;
        })}
      </div>
    </div>
  );
}

interface RowProps {
  readonly item: Item;
  readonly index: number;
  readonly isSelected: boolean;
  readonly onToggle: () => void;
}

function Row({ item, index, isSelected, onToggle }: RowProps): ReactNode {
  const { language, texts } = useLanguage();
  const formats = useFormats();
  const { findings } = texts;
  const title = item.title[language];
  const place = [item.resource.name ?? item.resource.id, item.account, item.region].filter((each) => each !== null).join(' · ');
  const isLate = item.dueAt !== null && new Date(item.dueAt) < new Date();
  return (
    <div className="finding-row" role="row" aria-rowindex={index + 1} aria-selected={isSelected}>
      <span role="cell">
        <input type="checkbox" aria-label={title} checked={isSelected} onChange={onToggle} />
      </span>
      <span role="cell">
        <SeverityBadge severity={item.severity} />
      </span>
      <span role="cell" className="what">
        <Link to="/findings/$id" params={{ id: item.id }} title={title}>
          {title}
        </Link>
        <span className="soft small" title={place}>
          {item.exposed === true ? <span className="exposed">{findings.exposed}</span> : null}
          <code>{place}</code>
        </span>
      </span>
      <span role="cell" className="cut">
        {item.departmentId ?? texts.shell.none}
      </span>
      <span role="cell">
        <StateBadge state={item.state} />
      </span>
      <span role="cell" className={isLate ? 'late number' : 'soft number'}>
        {item.dueAt === null ? texts.shell.none : formats.day(item.dueAt)}
      </span>
    </div>
  );
}

function toggle(selected: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(selected);
  if (!next.delete(id)) next.add(id);
  return next;
}
