package storetest

import (
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"testing/fstest"
)

// Folder is a data folder that many tests begin with: it is made once in a test run, kept in memory and copied for
// each test, which is several times quicker than making it anew.
type Folder struct {
	// Make fills the empty folder dir and leaves nothing open in it.
	Make func(dir string) error

	once  sync.Once
	files fstest.MapFS
	err   error
}

// Copy is a folder of the test with what Make put there.
func (f *Folder) Copy(t testing.TB) string {
	t.Helper()
	dir := t.TempDir()
	f.CopyTo(t, dir)
	return dir
}

// CopyTo copies what Make made into dir, which is created where it is missing.
func (f *Folder) CopyTo(t testing.TB, dir string) {
	t.Helper()
	f.once.Do(func() { f.files, f.err = made(f.Make) })
	if f.err != nil {
		t.Fatal(f.err)
	}
	if err := os.CopyFS(dir, f.files); err != nil {
		t.Fatal(err)
	}
}

// made is every file and folder that make leaves in a new folder.
func made(make func(dir string) error) (fstest.MapFS, error) {
	dir, err := os.MkdirTemp("", "rasoat-made")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	if err := make(dir); err != nil {
		return nil, err
	}
	files := fstest.MapFS{}
	err = filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || path == dir {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		name, err := filepath.Rel(dir, path)
		if err != nil {
			return err
		}
		file := &fstest.MapFile{Mode: info.Mode(), ModTime: info.ModTime()}
		if !d.IsDir() {
			if file.Data, err = os.ReadFile(path); err != nil {
				return err
			}
		}
		files[filepath.ToSlash(name)] = file
		return nil
	})
	return files, err
}
