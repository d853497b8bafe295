/** What is meant for trying and what is meant for real, as tags say it. */

const PRODUCTION = /^(?:prod|production|prd|live|本番|本番環境)$/i;
/** What both share (`shared`, `common`, `network`) is neither. */
const DEVELOPMENT =
  /^(?:dev|develop|development|test|testing|tst|qa|uat|stg|stage|staging|sandbox|sbx|poc|playground|開発|開発環境|検証|検証環境)$/i;

export function isProduction(environment: string | null): boolean {
  return environment !== null && PRODUCTION.test(environment);
}

export function isDevelopment(environment: string | null): boolean {
  return environment !== null && DEVELOPMENT.test(environment);
}
