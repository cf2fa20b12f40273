import { accountExamples } from './examples/accounts';
import { issueExamples } from './examples/issues';
import { pictures } from './examples/pictures';
import { slackExamples } from './examples/slack';
import { surveyExamples } from './examples/surveys';
import { trackerExamples } from './examples/trackers';
import { useExamples } from './support/examples';

const examples = useExamples();

describe('accounts and contacts', () => accountExamples(examples));
describe('issues', () => issueExamples(examples));
describe('surveys', () => surveyExamples(examples));
describe('Slack', () => slackExamples(examples));
describe('trackers', () => trackerExamples(examples));
describe('pictures', () => pictures(examples));
