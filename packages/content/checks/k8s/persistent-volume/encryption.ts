/** Disks that nobody encrypts are readable in every copy of them. */
import { defineCheck, fail, fails, isNotApplicable, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Persistent volumes are encrypted',
    ja: 'PersistentVolume を暗号化する',
  },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'kubernetes.core.persistent-volume',
  why: {
    en: 'A disk that is not encrypted is readable in every snapshot and copy of it.',
    ja: '暗号化されていないディスクは、スナップショットやコピーからも読めます。',
  },
  fix: {
    summary: {
      en: 'Ask for encryption in the parameters of the StorageClass.',
      ja: 'StorageClass の parameters で暗号化を指定してください。',
    },
    kubernetes: `apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata:
  name: fast
provisioner: ebs.csi.aws.com
parameters:
  type: gp3
  encrypted: 'true'
---
apiVersion: v1
kind: PersistentVolume
metadata:
  name: orders
spec:
  storageClassName: fast`,
  },
  references: ['https://kubernetes.io/docs/concepts/storage/storage-classes/'],
  equivalents: ['kubescape:C-0264'],
  evaluate(volume) {
    const { provisioner, parameters } = volume;
    if (provisioner === undefined || !/^(?:ebs\.csi\.aws\.com|kubernetes\.io\/aws-ebs)$/.test(provisioner))
      return notApplicable({
        en: 'Its provider encrypts disks by default, or is not known',
        ja: '既定で暗号化されるか、プロバイダーが不明です',
      });
    if (parameters.get('encrypted') === 'true') return pass();
    return fail({ en: `The disk of ${volume.name} is not encrypted`, ja: `${volume.name} のディスクが暗号化されていません` });
  },
  examples: [
    fails('not asked for', {
      kubernetes: `apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata:
  name: fast
provisioner: ebs.csi.aws.com
parameters:
  type: gp3
---
apiVersion: v1
kind: PersistentVolume
metadata:
  name: orders
spec:
  storageClassName: fast`,
    }),
    passes('asked for', {
      kubernetes: `apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata:
  name: fast
provisioner: ebs.csi.aws.com
parameters:
  type: gp3
  encrypted: 'true'
---
apiVersion: v1
kind: PersistentVolume
metadata:
  name: orders
spec:
  storageClassName: fast`,
    }),
    isNotApplicable('another provider', {
      kubernetes: `apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata:
  name: fast
provisioner: pd.csi.storage.gke.io
parameters:
  type: pd-standard
---
apiVersion: v1
kind: PersistentVolume
metadata:
  name: orders
spec:
  storageClassName: fast`,
    }),
  ],
});
