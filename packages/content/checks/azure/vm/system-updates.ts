/** Most break-ins use a hole for which there has been an update for months. */
import type { ExampleCall, Json } from '@kumomori/model';
import { defineCheck, fail, fails, isNotApplicable, isUnknown, notApplicable, pass, passes } from '@kumomori/model';

const path = '/subscriptions/123456789012/providers/Microsoft.Security/assessments';
const call = { call: 'Microsoft.Security:assessments', request: { path, 'api-version': '2021-06-01' } };
const machine = '/subscriptions/123456789012/resourceGroups/orders/providers/Microsoft.Compute/virtualMachines/orders-vm';
const assessed = (status: { readonly [key: string]: Json }, name = 'e1145ab1-eb4f-43d8-911b-36ddf771d13f'): ExampleCall => ({
  ...call,
  response: { value: [{ id: `${machine}/providers/Microsoft.Security/assessments/${name}`, name, properties: { status } }] },
});

export const check = defineCheck({
  title: { en: 'System updates are installed', ja: 'システムの更新プログラムがインストールされている' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.vm.updates',
  why: {
    en: 'Holes with an update are public, and tools that use them are everywhere within days.',
    ja: '更新プログラムのある脆弱性は公開情報で、攻撃ツールは数日で広まります。',
  },
  fix: {
    summary: {
      en: 'Install the missing updates, and let Azure Update Manager assess and install them regularly.',
      ja: '不足している更新をインストールし、Azure Update Manager で定期的に評価・適用してください。',
    },
    cli: 'az vm install-patches --resource-group orders --name orders-vm --maximum-duration PT2H --reboot-setting IfRequired --classifications-to-include-linux Critical Security',
    console: {
      en: 'Azure Update Manager → Machines → the machine → One-time update.',
      ja: 'Azure Update Manager → マシン → 対象マシン → 1 回限りの更新。',
    },
  },
  references: ['https://learn.microsoft.com/azure/update-manager/overview'],
  equivalents: ['prowler:defender_ensure_system_updates_are_applied', 'cloudsploit:monitorSystemUpdates'],
  evaluate(updates) {
    if (updates.state === 'NotApplicable')
      return notApplicable({ en: `The updates of ${updates.name} are not assessed`, ja: `${updates.name} の更新は評価されていません` });
    if (updates.state === 'Healthy') return pass();
    return fail({ en: `Machine ${updates.name} lacks system updates`, ja: `マシン ${updates.name} にシステムの更新が不足しています` });
  },
  examples: [
    fails('some are missing', { live: [assessed({ code: 'Unhealthy' })] }),
    fails('as it was assessed before', { live: [assessed({ code: 'Unhealthy' }, '4ab6e3c5-74dd-8b35-9ab9-f61b30875b27')] }),
    passes('all are installed', { live: [assessed({ code: 'Healthy' })] }),
    isUnknown('no state was answered', { live: [assessed({})] }),
    isNotApplicable('not assessed', { live: [assessed({ code: 'NotApplicable', cause: 'OffByPolicy' })] }),
    isNotApplicable('another recommendation', { live: [assessed({ code: 'Unhealthy' }, 'dc5357d0-3858-4d17-a1a3-072840bff5be')] }),
  ],
});
