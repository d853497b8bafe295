/** A password that lives for years is copied for years. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Application credentials are current and short-lived', ja: 'アプリの資格情報が短期間で失効する' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.entra.credential',
  why: {
    en: 'Passwords of applications have no second factor; the longer they live, the more copies there are.',
    ja: 'アプリのパスワードに多要素認証はなく、長く使うほど複製が増えます。',
  },
  fix: {
    summary: {
      en: 'Let it end within a year, or use federated credentials or a managed identity.',
      ja: '1 年以内に失効させるか、フェデレーション資格情報やマネージド ID を使ってください。',
    },
    terraform: `resource "azuread_application_password" "deploy" {
  application_id = "/applications/orders"
  display_name   = "deploy"
  start_date     = "2026-11-01T00:00:00Z"
  end_date       = "2027-04-30T00:00:00Z"
}`,
  },
  references: ['https://learn.microsoft.com/entra/identity-platform/security-best-practices-for-app-registration'],
  equivalents: ['prowler:entra_app_registration_credential_not_expired'],
  params: { maximumDays: { type: 'number', default: 365, min: 1, description: { en: 'Longest life in days', ja: '最長の有効日数' } } },
  evaluate(credential, { maximumDays }) {
    const days = credential.lifetimeDays;
    if (days <= maximumDays) return pass();
    return fail({
      en: `Credential ${credential.name} lives for ${days} days, longer than ${maximumDays}`,
      ja: `資格情報 ${credential.name} の有効期間は ${days} 日で、上限の ${maximumDays} 日を超えます`,
    });
  },
  examples: [
    fails(
      'two years by default',
      `resource "azuread_application_password" "deploy" {
  application_id = "/applications/orders"
  display_name   = "deploy"
}`,
    ),
    fails(
      'three years',
      `resource "azuread_application_password" "deploy" {
  application_id = "/applications/orders"
  display_name   = "deploy"
  end_date_relative = "26280h"
}`,
    ),
    passes(
      'half a year',
      `resource "azuread_application_password" "deploy" {
  application_id = "/applications/orders"
  display_name   = "deploy"
  start_date     = "2026-11-01T00:00:00Z"
  end_date       = "2027-04-30T00:00:00Z"
}`,
    ),
    passes(
      'ninety days',
      `resource "azuread_application_password" "deploy" {
  application_id = "/applications/orders"
  display_name   = "deploy"
  end_date_relative = "2160h"
}`,
    ),
    isUnknown(
      'it begins when it is applied',
      `resource "azuread_application_password" "deploy" {
  application_id = "/applications/orders"
  display_name   = "deploy"
  end_date       = "2027-04-30T00:00:00Z"
}`,
    ),
  ],
});
