/** All findings. */
import type { ReactNode } from 'react';
import { useApi } from '../../api/index.ts';
import { useFormats } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/index.tsx';
import { Empty, Page, SeverityBadge, Shown, StateBadge } from '../../ui/index.ts';

export function FindingsPage(): ReactNode {
  const { language, texts } = useLanguage();
  const formats = useFormats();
  const { findings } = texts;
  const list = useApi('listFindings', { query: { open: true, limit: 100 } });
  const counts = useApi('countFindings', { query: { open: true } });
  return (
    <Page
      title={findings.title}
      aside={<span className="soft number">{counts.data ? findings.count(formats.number(counts.data.total)) : ''}</span>}
    >
      <Shown query={list}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty>{findings.empty}</Empty>
          ) : (
            <div className="table-frame">
              <table className="plain">
                <thead>
                  <tr>
                    <th>{findings.columns.severity}</th>
                    <th>{findings.columns.finding}</th>
                    <th>{findings.columns.resource}</th>
                    <th>{findings.columns.state}</th>
                    <th>{findings.columns.seen}</th>
                  </tr>
                </thead>
                <tbody>
                  {items.map((item) => (
                    <tr key={item.id}>
                      <td>
                        <SeverityBadge severity={item.severity} />
                      </td>
                      <td>{item.title[language]}</td>
                      <td>
                        <code>{item.resource.name ?? item.resource.id}</code>
                      </td>
                      <td>
                        <StateBadge state={item.state} />
                      </td>
                      <td className="soft">{formats.ago(item.firstSeen)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </Shown>
    </Page>
  );
}
