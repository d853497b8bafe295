import type { ReactNode } from 'react';
import { useLanguage } from '../i18n/index.ts';
import { Button } from '../ui/index.ts';
import { useTheme } from './theme.ts';

export function LanguageSwitch(): ReactNode {
  const { language, setLanguage } = useLanguage();
  const other = language === 'ja' ? 'en' : 'ja';
  return (
    <Button tone="quiet" lang={other} onClick={() => setLanguage(other)}>
      {other === 'ja' ? '日本語' : 'English'}
    </Button>
  );
}

export function ThemeSwitch(): ReactNode {
  const { texts } = useLanguage();
  const [theme, setTheme] = useTheme();
  const other = theme === 'dark' ? 'light' : 'dark';
  return (
    <Button tone="quiet" aria-label={`${texts.shell.theme}: ${texts.shell[other]}`} onClick={() => setTheme(other)}>
      {other === 'dark' ? '☾' : '☀'}
    </Button>
  );
}
