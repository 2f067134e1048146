/** What the Open Forms API says, in the shapes that SDK 3.3.0 reads. `base` is the API's own address. */
import { FORM, type InvalidParam, STEPS, type StepDefinition, type Values } from './open-forms-definition.ts';

export type Renderer = 'old' | 'new';
export type Submission = { id: string; filled: Map<string, Values> };

export function describeForm(base: string, renderer: Renderer) {
  const url = `${base}forms/${FORM.uuid}`;
  return {
    ...FORM,
    ...FORM_SETTINGS,
    url,
    newRendererEnabled: renderer === 'new',
    steps: STEPS.map((step, index) => ({
      uuid: step.uuid,
      slug: step.slug,
      formDefinition: step.name,
      index,
      literals: buildLiterals({
        previousText: 'Vorige',
        saveText: 'Tussentijds opslaan',
        nextText: 'Volgende',
      }),
      url: `${url}/steps/${step.uuid}`,
      isApplicable: true,
    })),
  };
}

export function describeSubmission(base: string, submission: Submission) {
  return {
    id: submission.id,
    url: `${base}submissions/${submission.id}`,
    form: `${base}forms/${FORM.uuid}`,
    formUrl: '',
    initialDataReference: '',
    steps: STEPS.map((step) => ({
      id: step.uuid,
      name: step.name,
      url: `${base}submissions/${submission.id}/steps/${step.uuid}`,
      formStep: `${base}forms/${FORM.uuid}/steps/${step.uuid}`,
      isApplicable: true,
      completed: submission.filled.has(step.uuid),
      canSubmit: true,
    })),
    submissionAllowed: 'yes',
    isAuthenticated: false,
    payment: { isRequired: false, amount: null, hasPaid: false },
  };
}

export function describeStep(submission: Submission, step: StepDefinition) {
  return {
    id: step.uuid,
    slug: step.slug,
    formStep: { index: STEPS.indexOf(step), configuration: { type: 'form', components: step.components } },
    data: submission.filled.get(step.uuid) ?? null,
    isApplicable: true,
    completed: submission.filled.has(step.uuid),
    canSubmit: true,
  };
}

export function summarise(submission: Submission) {
  return STEPS.map((step) => ({
    slug: step.slug,
    name: step.name,
    data: step.components.map((component) => ({
      name: component.label,
      value: submission.filled.get(step.uuid)?.[component.key] ?? '',
      component,
    })),
  }));
}

export function describeOutcome() {
  return {
    status: 'done',
    result: 'success',
    errorMessage: '',
    publicReference: 'OF-L337',
    confirmationPageTitle: 'Uw aanvraag is ontvangen',
    confirmationPageContent: '<p>Wij sturen u binnen 5 werkdagen een brief.</p>',
    reportDownloadUrl: '',
    paymentUrl: '',
    mainWebsiteUrl: '',
  };
}

export function describeProblem(invalidParams: InvalidParam[]) {
  return {
    type: 'ValidationError',
    code: 'invalid',
    title: 'Ongeldige invoer.',
    status: 400,
    detail: '',
    instance: 'urn:uuid:a3a9701b-3fa6-444b-a777-bcb43960440a',
    invalidParams,
  };
}

function buildLiterals(texts: Record<string, string>) {
  return Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, { resolved: text, value: '' }]));
}

/** Without these, form.io speaks English. */
export const FORMIO_MESSAGES = {
  required: 'Het verplichte veld {{ field }} is niet ingevuld.',
  invalid_date: '{{ field }} is geen geldige datum.',
};

const FORM_SETTINGS = {
  loginRequired: false,
  loginOptions: [],
  autoLoginAuthenticationBackend: '',
  translationEnabled: false,
  paymentRequired: false,
  appointmentOptions: { isAppointment: false, supportsMultipleProducts: null },
  literals: buildLiterals({
    previousText: 'Vorige',
    beginText: 'Formulier starten',
    changeText: 'Wijzigen',
    confirmText: 'Verzenden',
  }),
  showProgressIndicator: true,
  showSummaryProgress: false,
  maintenanceMode: false,
  active: true,
  introductionPageContent: '',
  explanationTemplate: '<p>Met dit formulier vraagt u een vergunning aan om in uw straat te parkeren.</p>',
  submissionAllowed: 'yes',
  submissionLimitReached: false,
  suspensionAllowed: false,
  sendConfirmationEmail: false,
  displayMainWebsiteLink: false,
  requiredFieldsWithAsterisk: true,
  resumeLinkLifetime: 7,
  hideNonApplicableSteps: false,
  cosignLoginOptions: [],
  cosignHasLinkInEmail: false,
  submissionStatementsConfiguration: [],
  submissionReportDownloadLinkTitle: '',
};
