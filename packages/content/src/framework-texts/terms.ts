/** Under which terms the texts of standards stand, in our words. */
import type { Text } from '@kumomori/model';

export const cisPublisher: Text = { en: 'Center for Internet Security', ja: 'Center for Internet Security（CIS）' };
export const cisLicense: Text = {
  en: 'The benchmark’s text is CC BY-NC-SA 4.0: numbers only, titles are ours',
  ja: '本文は CC BY-NC-SA 4.0 のため番号だけを使い、題名は独自です',
};
export const nistPublisher: Text = { en: 'NIST', ja: '米国国立標準技術研究所（NIST）' };
export const nistLicense: Text = {
  en: 'Public domain (work of the United States government)',
  ja: 'パブリックドメイン（米国政府の著作物）',
};
export const isoPublisher: Text = { en: 'ISO/IEC', ja: 'ISO/IEC' };
export const isoLicense: Text = {
  en: 'The standard’s text is copyrighted: numbers only, titles are ours',
  ja: '規格の本文は著作物のため番号だけを使い、題名は独自です',
};
export const ministryPublisher: Text = { en: 'Ministry of Internal Affairs and Communications, Japan', ja: '総務省' };
export const ministryLicense: Text = {
  en: 'Subjects in our own words and under numbers of our own; the guideline’s text is not here',
  ja: '項目は独自の言葉と番号で書いています。本文は転載していません',
};
export const ismapPublisher: Text = {
  en: 'ISMAP Steering Committee, Japan',
  ja: 'ISMAP 運営委員会',
};
export const nsaPublisher: Text = { en: 'NSA and CISA', ja: '米国 NSA・CISA' };
