import { fileNameOf } from '../../../../nodes/shared/client/downloadFileName';

const nameFrom = (disposition: string, address = 'https://assets.usepylon.com/files/a.png') =>
	fileNameOf('', new URL(address), { 'content-disposition': disposition });

test.each([
	['attachment; filename=".."', 'a.png'],
	['attachment; filename="."', 'a.png'],
	['attachment; filename="../../etc/passwd"', 'passwd'],
	['attachment; filename="..\\\\..\\\\boot.ini"', 'boot.ini'],
	["attachment; filename*=UTF-8''a%0D%0Ab%00.txt", 'ab.txt'],
	["attachment; filename*=UTF-8''report%E2%80%AEgnp.exe", 'reportgnp.exe'],
	["attachment; filename*=UTF-8''%E0%A4%A", '%E0%A4%A'],
	[`attachment; filename="${'n'.repeat(8000)}.pdf"`, `${'n'.repeat(196)}.pdf`],
	['attachment', 'a.png'],
])('%s', (disposition, name) => {
	expect(nameFrom(disposition)).toBe(name);
});

test('of an address without a name', () => {
	expect(nameFrom('', 'https://assets.usepylon.com/..')).toBe('file');
	expect(nameFrom('', 'https://assets.usepylon.com/x/%2e%2e%2f..')).toBe('file');
});
