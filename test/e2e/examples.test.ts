import { accountExamples } from './examples/accounts';
import { agentExamples } from './examples/agents';
import { approvalExamples } from './examples/approvals';
import { customerExamples } from './examples/customers';
import { fileExamples } from './examples/files';
import { importing } from './examples/importing';
import { issueExamples } from './examples/issues';
import { pictures } from './examples/pictures';
import { slackExamples } from './examples/slack';
import { surveyExamples } from './examples/surveys';
import { trackerExamples } from './examples/trackers';
import { useExamples } from './support/examples';

const examples = useExamples();

describe('import', () => importing(examples));
describe('accounts and contacts', () => accountExamples(examples));
describe('issues', () => issueExamples(examples));
describe('files', () => fileExamples(examples));
describe('customers', () => customerExamples(examples));
describe('surveys', () => surveyExamples(examples));
describe('Slack', () => slackExamples(examples));
describe('trackers', () => trackerExamples(examples));
describe('agents', () => agentExamples(examples));
describe('approvals', () => approvalExamples(examples));
// The pictures show the newest editor.
if (process.env.PYLON_N8N === undefined) describe('pictures', () => pictures(examples));
