/** What the team decides once, section by section. */
import { Link, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useApi } from '../../api/index.ts';
import { useTexts } from '../../i18n/index.ts';
import { Page, Shown } from '../../ui/index.ts';
import { Channels } from './channels.tsx';
import { Departments } from './departments.tsx';
import { OwnershipPreview } from './ownership-preview.tsx';
import type { Section } from './sections.ts';
import { sections } from './sections.ts';
import { SettingSection } from './setting-section.tsx';
import { shapes } from './shape.ts';
import './settings.css';

export function SettingsPage(): ReactNode {
  const { settings, shell } = useTexts();
  const { section = 'departments' } = useSearch({ from: '/settings' });
  return (
    <Page title={`${settings.sections[section]} – ${shell.nav.settings}`} heading={shell.nav.settings}>
      <div className="settings-layout">
        <nav aria-label={shell.nav.settings} className="section-nav">
          <ul>
            {sections.map((each) => (
              <li key={each}>
                <Link to="/settings" search={{ section: each }} aria-current={each === section ? 'page' : undefined} activeProps={{}}>
                  {settings.sections[each]}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <section className="stack" aria-labelledby="section-title">
          <h2 id="section-title">{settings.sections[section]}</h2>
          <p className="soft about">{settings.about[section]}</p>
          <SectionBody section={section} />
        </section>
      </div>
    </Page>
  );
}

function SectionBody({ section }: { readonly section: Section }): ReactNode {
  const list = useApi('listSettings', {});
  if (section === 'departments') return <Departments />;
  if (section === 'channels') return <Channels />;
  return (
    <Shown query={list}>
      {({ settings }) => {
        const setting = settings.find(({ key }) => key === section);
        const shape = shapes[section];
        if (!setting || !shape) return null;
        return (
          <SettingSection
            // What somebody else saves meanwhile begins anew.
            key={`${section} ${setting.updatedAt ?? ''}`}
            setting={setting}
            shape={shape}
            {...(section === 'ownership' ? { after: (draft: unknown) => <OwnershipPreview draft={draft} /> } : {})}
          />
        );
      }}
    </Shown>
  );
}
