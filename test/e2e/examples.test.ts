import { accountExamples } from './examples/accounts';
import { issueExamples } from './examples/issues';
import { pictures } from './examples/pictures';
import { useExamples } from './support/examples';

const examples = useExamples();

describe('accounts and contacts', () => accountExamples(examples));
describe('issues', () => issueExamples(examples));
describe('pictures', () => pictures(examples));
