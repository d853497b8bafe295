/** A pattern without anchors is found inside of longer names: id 123 admits whoever got the id 91234. */
import { defineCheck, fail, fails, find, pass, passes } from '@kumomori/model';

/** Filters that say who may start a build. */
const identifying = new Set(['ACTOR_ACCOUNT_ID', 'REPOSITORY_NAME', 'ORGANIZATION_NAME']);

export const check = defineCheck({
  title: {
    en: 'Build triggers accept only anchored repository and actor patterns',
    ja: 'ビルドのトリガーが前後を固定したパターンだけを受け入れる',
  },
  severity: 'high',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.codebuild.webhook',
  why: {
    en: 'Patterns match anywhere in the text: an actor whose longer id contains a trusted one starts builds with your role.',
    ja: 'パターンは部分一致です。信頼する ID を含む、より長い ID の利用者も、ロールの権限でビルドを開始できます。',
  },
  fix: {
    summary: {
      en: 'Begin the pattern with ^ and end it with $.',
      ja: 'パターンを ^ で始め、$ で終えてください。',
    },
    terraform: `resource "aws_codebuild_webhook" "orders" {
  project_name = "orders"
  filter_group {
    filter {
      type    = "EVENT"
      pattern = "PUSH"
    }
    filter {
      type    = "ACTOR_ACCOUNT_ID"
      pattern = "^(12345|67890)$"
    }
  }
}`,
    cli: 'aws codebuild update-webhook --project-name NAME --filter-groups file://filters.json',
  },
  references: ['https://docs.aws.amazon.com/codebuild/latest/userguide/github-webhook.html'],
  equivalents: [
    'prowler:codebuild_project_webhook_filters_use_anchored_patterns',
    'prowler:codebuild_project_uses_allowed_github_organizations',
  ],
  evaluate(webhook) {
    const open = find(
      webhook.filters,
      (filter) => identifying.has(filter.type ?? '') && !filter.excludes && !isAnchored(filter.pattern ?? ''),
    );
    if (!open) return pass();
    return fail({
      en: `Webhook of ${webhook.name} accepts ${open.type} that only contains ${open.pattern}`,
      ja: `${webhook.name} の Webhook は ${open.type} に ${open.pattern} を含むものをすべて受け入れます`,
    });
  },
  examples: [
    fails(
      'an account id anywhere in the text',
      `resource "aws_codebuild_webhook" "orders" {
  project_name = "orders"
  filter_group {
    filter {
      type    = "EVENT"
      pattern = "PUSH"
    }
    filter {
      type    = "ACTOR_ACCOUNT_ID"
      pattern = "12345|67890"
    }
  }
}`,
    ),
    fails(
      'the second alternative is open',
      `resource "aws_codebuild_webhook" "orders" {
  project_name = "orders"
  filter_group {
    filter {
      type    = "EVENT"
      pattern = "PUSH"
    }
    filter {
      type    = "ACTOR_ACCOUNT_ID"
      pattern = "^12345|67890$"
    }
  }
}`,
    ),
    passes(
      'whole ids',
      `resource "aws_codebuild_webhook" "orders" {
  project_name = "orders"
  filter_group {
    filter {
      type    = "EVENT"
      pattern = "PUSH"
    }
    filter {
      type    = "ACTOR_ACCOUNT_ID"
      pattern = "^(12345|67890)$"
    }
  }
}`,
    ),
    passes(
      'only events',
      `resource "aws_codebuild_webhook" "orders" {
  project_name = "orders"
  filter_group {
    filter {
      type    = "EVENT"
      pattern = "PUSH"
    }
  }
}`,
    ),
  ],
});

/** Every alternative on its own, or all of them in one group. */
function isAnchored(pattern: string): boolean {
  const isGroup = /^\^\((?:[^()]|\\[()])*\)\$$/.test(pattern);
  return isGroup || pattern.split('|').every((part) => part.startsWith('^') && part.endsWith('$'));
}
