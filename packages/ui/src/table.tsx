import { clsx } from "clsx";
import type { ReactNode } from "react";

export type Column<Row> = {
  key: string;
  head: ReactNode;
  cell: (row: Row) => ReactNode;
  /** Figures line up at the end of the cell. */
  numeric?: boolean;
};

type Props<Row> = {
  /** Says what the table holds; read aloud, not shown. */
  caption: ReactNode;
  columns: Column<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string;
};

/** Rows and columns. Scrolls sideways in itself on a narrow screen, never the page. */
export function Table<Row>({ caption, columns, rows, rowKey }: Props<Row>) {
  return (
    <div className="relative overflow-x-auto">
      <table className="w-full border-collapse text-left tabular-nums">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="border-b border-line-strong text-md text-muted">
            {columns.map((column) => (
              <th key={column.key} scope="col" className={cellClass(column.numeric)}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} className="border-b border-line">
              {columns.map((column) => (
                <td key={column.key} className={cellClass(column.numeric)}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function cellClass(numeric: boolean | undefined): string {
  return clsx("h-9 px-3 py-1.5 font-normal first:pl-0 last:pr-0", numeric && "text-right");
}
