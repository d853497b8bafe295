/** Numbers and times as people of each language write them, in the time zone of the browser. */
import { useMemo } from 'react';
import { useLanguage } from './language.tsx';

export interface Formats {
  readonly number: (value: number) => string;
  readonly percent: (share: number) => string;
  readonly day: (iso: string) => string;
  readonly time: (iso: string) => string;
  /** `3 days ago`, `in 2 hours`. */
  readonly ago: (iso: string) => string;
}

const STEPS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

export function useFormats(): Formats {
  const { language } = useLanguage();
  return useMemo(() => formatsIn(language), [language]);
}

function formatsIn(language: string): Formats {
  const number = new Intl.NumberFormat(language);
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 });
  const day = new Intl.DateTimeFormat(language, { year: 'numeric', month: 'short', day: 'numeric' });
  const time = new Intl.DateTimeFormat(language, { year: 'numeric', month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit' });
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  return {
    number: (value) => number.format(value),
    percent: (share) => percent.format(share),
    day: (iso) => day.format(new Date(iso)),
    time: (iso) => time.format(new Date(iso)),
    ago: (iso) => {
      const seconds = (new Date(iso).getTime() - Date.now()) / 1000;
      const step = STEPS.find(([, size]) => Math.abs(seconds) >= size);
      return step ? relative.format(Math.round(seconds / step[1]), step[0]) : relative.format(0, 'minute');
    },
  };
}
