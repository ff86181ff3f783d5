import tool
print("main is", __name__)
tool.run()
if __name__ == "__main__":
    print("guarded")
