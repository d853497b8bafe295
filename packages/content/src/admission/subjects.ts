/** What rules are asked of. Everything that makes pods is asked through the same variables. */
import type { AdmissionSubject, AdmissionSubjectName } from '@kumomori/model';

const metadata = { labels: 'object.metadata.?labels.orValue({})', annotations: 'object.metadata.?annotations.orValue({})' };
const rbac = 'rbac.authorization.k8s.io';

export const admissionSubjects: Readonly<Record<AdmissionSubjectName, AdmissionSubject>> = {
  pods: {
    resources: [
      '/pods',
      '/replicationcontrollers',
      ...['deployments', 'statefulsets', 'daemonsets', 'replicasets'].map((resource) => `apps/${resource}`),
      'batch/jobs',
      'batch/cronjobs',
    ],
    variables: {
      template: "object.kind == 'Pod' ? object : object.kind == 'CronJob' ? object.spec.jobTemplate.spec.template : object.spec.template",
      podSpec: 'variables.template.spec',
      annotations: 'variables.template.?metadata.?annotations.orValue({})',
      labels: 'variables.template.?metadata.?labels.orValue({})',
      started: 'variables.podSpec.?containers.orValue([]) + variables.podSpec.?initContainers.orValue([])',
      containers: 'variables.started + variables.podSpec.?ephemeralContainers.orValue([])',
      volumes: 'variables.podSpec.?volumes.orValue([])',
      isWindows: "variables.podSpec.?os.?name.orValue('') == 'windows'",
      sharesUsers: 'variables.podSpec.?hostUsers.orValue(true)',
    },
  },
  roles: { resources: [`${rbac}/roles`, `${rbac}/clusterroles`], variables: { rules: 'object.?rules.orValue([])' } },
  bindings: {
    resources: [`${rbac}/rolebindings`, `${rbac}/clusterrolebindings`],
    variables: { subjects: 'object.?subjects.orValue([])', labels: metadata.labels },
  },
  services: { resources: ['/services'], variables: { ...metadata, type: "object.spec.?type.orValue('ClusterIP')" } },
  'service-accounts': { resources: ['/serviceaccounts'], variables: {} },
  ingresses: { resources: ['networking.k8s.io/ingresses'], variables: metadata },
  'network-policies': { resources: ['networking.k8s.io/networkpolicies'], variables: {} },
  namespaces: { resources: ['/namespaces'], variables: metadata },
  'config-maps': { resources: ['/configmaps'], variables: {} },
  'core-objects': {
    resources: [
      ...['configmaps', 'secrets', 'services', 'serviceaccounts', 'persistentvolumeclaims', 'limitranges', 'resourcequotas'].map(
        (resource) => `/${resource}`,
      ),
      'networking.k8s.io/ingresses',
      'networking.k8s.io/networkpolicies',
      `${rbac}/roles`,
      `${rbac}/rolebindings`,
      'autoscaling/horizontalpodautoscalers',
      'policy/poddisruptionbudgets',
    ],
    variables: {},
  },
};
